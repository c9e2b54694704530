package org.simrelay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.simrelay.records.Json;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.PreviewCall;

/** How a preview shows an HTTP call: where it went, what came of it, and what it was signed over. */
final class PreviewCallLines {

    private static final String INDENT = "         ";

    private PreviewCallLines() {}

    /** The login before the request; none where there was none. */
    static List<String> login(Preview preview) {
        String sent = preview.loginRequest();
        if (sent == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("login    " + sent);
        lines.addAll(of(preview.loginCall()));
        String reply = preview.loginReply();
        lines.addAll(reply == null ? List.of(INDENT + "(no reply came)") : body(INDENT, reply));
        return lines;
    }

    /** Below a request: its method, host, status and time, and its signature. */
    static List<String> of(PreviewCall call) {
        List<String> lines = new ArrayList<>();
        if (call.method() != null) {
            StringJoiner words = new StringJoiner(", ", INDENT, "");
            words.add(call.method() + " " + call.host());
            words.add(call.status() == null ? "no reply" : "HTTP " + call.status() + " after " + call.millis() + " ms");
            lines.add(words.toString());
        }
        call.signed().forEach(signed -> lines.add(INDENT + "signed: " + signed));
        return lines;
    }

    /** A reply, indented where it is JSON that was not cut. */
    static List<String> body(String head, String reply) {
        List<String> lines = new ArrayList<>();
        for (String line : pretty(reply).split("\\R", -1)) {
            lines.add((lines.isEmpty() ? head : INDENT) + line);
        }
        return lines;
    }

    private static String pretty(String reply) {
        try {
            JsonNode json = Json.MAPPER.readTree(reply);
            return json.isContainerNode()
                    ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json)
                    : reply;
        } catch (JsonProcessingException e) {
            return reply;
        }
    }

    /** For programs. */
    static void add(PreviewCall call, ObjectNode to) {
        to.put("method", call.method()).put("host", call.host());
        to.put("status", call.status()).put("millis", call.millis());
        to.set("signed", Json.MAPPER.valueToTree(call.signed()));
    }
}
