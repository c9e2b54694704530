package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import com.schibsted.spt.data.jslt.Expression;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;
import org.simrelay.http.RequestTarget;
import org.simrelay.mapping.DigestedTexts;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;

/** The parts of a call that JSLT makes of the parameters that were asked: signature, address, headers, body. */
final class CallParts {

    private @Nullable Expression sign;

    private String signText = "";

    @Nullable Expression query;

    @Nullable Expression headers;

    @Nullable Expression json;

    @Nullable Expression form;

    private final Set<String> named = new HashSet<>();

    Expression compiled(String jslt) {
        for (String variable : CallVariables.ALL) {
            if (jslt.contains("$" + variable)) {
                named.add(variable);
            }
        }
        return Jslt.expression(jslt);
    }

    /** This is what the call is signed with. */
    void signs(String jslt) {
        sign = compiled(jslt);
        signText = jslt;
    }

    /** What the call is signed over, to be looked at: {@link DigestedTexts}. The variables must hold no secret. */
    List<String> signed(Map<String, JsonNode> variables, ObjectNode asked) {
        return sign == null ? List.of() : DigestedTexts.of(signText, variables, asked);
    }

    /** Whether any of them names this variable. */
    boolean names(String variable) {
        return named.contains(variable);
    }

    /**
     * Adds {@code $sign} to the variables, where the call is signed.
     *
     * @param hide told each of its texts, which are secrets whatever they are made of
     */
    void sign(Map<String, JsonNode> variables, ObjectNode asked, Consumer<String> hide) {
        if (sign != null) {
            JsonNode signature = sign.apply(variables, asked);
            texts(signature, hide);
            variables.put("sign", signature);
        }
    }

    private static void texts(JsonNode node, Consumer<String> hide) {
        if (!node.isValueNode()) {
            node.forEach(part -> texts(part, hide));
        } else if (!node.isNull()) {
            hide.accept(node.asText());
        }
    }

    /**
     * Writes address, headers and body into the exchange's message.
     *
     * @param rest the parameters that the path did not take
     * @return what goes out, to look at: the address, and the body behind it
     */
    String write(Map<String, JsonNode> variables, ObjectNode rest, StringBuilder path, Exchange exchange) {
        String target = target(variables, rest, path);
        String body = body(variables, rest, exchange.getMessage());
        headers(variables, rest, exchange);
        exchange.getMessage().setHeader(RequestTarget.HEADER, target);
        return body.isEmpty() ? target : target + " " + body;
    }

    /** The address behind the vendor's. */
    private String target(Map<String, JsonNode> variables, ObjectNode rest, StringBuilder path) {
        if (query != null || (json == null && form == null)) {
            JsonNode given = query == null ? rest : query.apply(variables, rest);
            CallText.parameters(object("query", given), path.indexOf("?") < 0 ? '?' : '&', path);
        }
        return path.toString();
    }

    /** Sets the message's body and its type; gives the body as a text, empty where there is none. */
    private String body(Map<String, JsonNode> variables, ObjectNode asked, Message message) {
        byte[] body = null;
        if (json != null) {
            body = Json.bytes(json.apply(variables, asked));
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        } else if (form != null) {
            StringBuilder text = new StringBuilder();
            CallText.parameters(object("form", form.apply(variables, asked)), CallText.NONE, text);
            body = text.toString().getBytes(StandardCharsets.UTF_8);
            message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        message.setBody(body);
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    /** Sets the headers by their names, and lets them out. */
    private void headers(Map<String, JsonNode> variables, ObjectNode asked, Exchange exchange) {
        if (headers != null) {
            ObjectNode given = object("headers", headers.apply(variables, asked));
            given.properties().forEach(header -> exchange.getMessage()
                    .setHeader(header.getKey(), CallText.header(header.getKey(), header.getValue())));
            exchange.setProperty(ExchangeContract.HEADERS, ImmutableSet.copyOf(given.fieldNames()));
        }
    }

    private static ObjectNode object(String name, JsonNode given) {
        if (given instanceof ObjectNode object) {
            return object;
        }
        throw new SettingsException("\"" + name + "\" gives no object");
    }
}
