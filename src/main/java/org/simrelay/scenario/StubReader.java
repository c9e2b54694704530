package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.JsltProblem;
import org.simrelay.check.JsltScan;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a stub from its keys. */
final class StubReader {

    static final List<String> KEYS = List.of(
            "get", "post", "put", "query", "times", "delay", "status", "headers", "body", "jslt", "base64", "fault",
            "drip");

    private static final List<String> METHODS = List.of("get", "post", "put");
    static final List<String> BODIES = List.of("body", "jslt", "base64");
    private static final int MOST_TIMES = 1_000_000;
    private static final int MOST_PARTS = 1000;

    private final Problems problems;

    StubReader(Problems problems) {
        this.problems = problems;
    }

    /** @return null, and a problem, where it lacks what it must have */
    @Nullable Stub read(Node node) {
        Fields fields = Fields.of(node, "a stub", KEYS, problems);
        List<String> methods = METHODS.stream().filter(fields::has).toList();
        if (methods.size() != 1) {
            problems.at(node, "a stub says which requests it answers: get: PATH, or one of " + METHODS);
            return null;
        }
        String path = fields.text(methods.get(0));
        if (path == null || !path.startsWith("/") || path.contains("?")) {
            problems.at(node, "the path of a stub begins with / and has no query; that goes to \"query\"");
            return null;
        }
        if (BODIES.stream().filter(fields::has).count() > 1) {
            problems.at(node, "a stub has one of " + BODIES);
        }
        Node drip = fields.node("drip");
        Fields parts = drip == null ? null : Fields.of(drip, "drip", List.of("parts", "pause"), problems);
        return new Stub(
                methods.get(0).toUpperCase(Locale.ROOT),
                path,
                fields.map("query", parameter -> StubMatcher.of(parameter, problems)),
                FieldValues.whole(fields, "times", Stub.NO_END, MOST_TIMES),
                FieldValues.duration(fields, "delay"),
                FieldValues.whole(fields, "status", 200, 599),
                fields.map("headers", Yaml::text),
                body(fields),
                fault(fields),
                parts == null ? 1 : FieldValues.whole(parts, "parts", 1, MOST_PARTS),
                parts == null ? Duration.ZERO : FieldValues.duration(parts, "pause"));
    }

    private Function<JsonNode, byte[]> body(Fields fields) {
        Node body = fields.node("body");
        if (body != null) {
            byte[] bytes = (body instanceof ScalarNode
                            ? Yaml.text(body)
                            : Yaml.json(body).toString())
                    .getBytes(StandardCharsets.UTF_8);
            return request -> bytes;
        }
        String base64 = fields.text("base64");
        if (base64 != null) {
            return decoded(fields, base64);
        }
        String jslt = fields.text("jslt");
        return jslt == null ? StubReader::nothing : computed(fields, jslt);
    }

    private Function<JsonNode, byte[]> decoded(Fields fields, String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return request -> bytes;
        } catch (IllegalArgumentException e) {
            fields.wrong("base64", "no Base64: " + e.getMessage());
            return StubReader::nothing;
        }
    }

    /** A text that it gives goes out as it is, anything else as JSON. */
    private Function<JsonNode, byte[]> computed(Fields fields, String jslt) {
        JsltScan.of(jslt).uses().stream()
                .filter(JsltScan.Use::isVariable)
                .forEach(use -> fields.wrong(
                        "jslt",
                        "jslt: there is no variable " + use.text() + "; the request is ., such as"
                                + " .query.<parameter>, .body or .call"));
        try {
            Expression expression = new Parser(new StringReader(jslt))
                    .withFunctions(StubFunctions.all())
                    .withObjectFilter((JsonNode value) -> true)
                    .compile();
            return request -> {
                JsonNode reply = expression.apply(request);
                return (reply.isTextual() ? reply.textValue() : reply.toString()).getBytes(StandardCharsets.UTF_8);
            };
        } catch (JsltException e) {
            fields.wrong("jslt", "no JSLT: " + JsltProblem.of(jslt, e).words());
            return StubReader::nothing;
        }
    }

    private static byte[] nothing(JsonNode unused) {
        return new byte[0];
    }

    private Stub.@Nullable Fault fault(Fields fields) {
        String word = fields.text("fault");
        if (word == null) {
            return null;
        }
        Map<String, Stub.Fault> faults =
                Arrays.stream(Stub.Fault.values()).collect(Collectors.toMap(Stub.Fault::word, fault -> fault));
        Stub.Fault fault = faults.get(word);
        if (fault == null) {
            fields.wrong("fault", "fault must be one of " + String.join(", ", faults.keySet()));
        }
        return fault;
    }
}
