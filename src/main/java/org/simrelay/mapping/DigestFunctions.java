package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Digests as vendors sign with them, over the UTF-8 of a text: {@code digest("sha256", text)} and {@code hmac("sha256", key, text)}
 * give lower-case hex, with {@code -base64} behind the name Base64; JSLT's own {@code uppercase} gives the other case, and a digest of
 * a digest's hex is written as it reads. {@code sorted(object, "=", "&")} joins the fields by their names' order.
 */
final class DigestFunctions {

    static final List<Function> ALL = List.of(
            new NamedFunction("digest", 2, given -> hex(Digests.digest(text(given, 0), text(given, 1)))),
            new NamedFunction("digest-base64", 2, given -> base64(Digests.digest(text(given, 0), text(given, 1)))),
            new NamedFunction("hmac", 3, given -> hex(Digests.hmac(text(given, 0), text(given, 1), text(given, 2)))),
            new NamedFunction(
                    "hmac-base64", 3, given -> base64(Digests.hmac(text(given, 0), text(given, 1), text(given, 2)))),
            new NamedFunction(
                    "sorted", 3, given -> TextNode.valueOf(sorted(given[0], text(given, 1), text(given, 2)))));

    private DigestFunctions() {}

    private static String sorted(JsonNode object, String equals, String between) {
        if (!object.isObject()) {
            throw new JsltException("sorted takes an object, but was given " + object.getNodeType());
        }
        Map<String, String> fields = new TreeMap<>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), plain(field.getValue()));
            }
        });
        return fields.entrySet().stream()
                .map(field -> field.getKey() + equals + field.getValue())
                .collect(Collectors.joining(between));
    }

    private static String text(JsonNode[] given, int index) {
        JsonNode value = given[index];
        if (value.isNull() || value.isMissingNode()) {
            throw new JsltException("argument " + (index + 1) + " of a digest is null; a text is needed");
        }
        return plain(value);
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static TextNode hex(byte[] bytes) {
        return TextNode.valueOf(HexFormat.of().formatHex(bytes));
    }

    private static TextNode base64(byte[] bytes) {
        return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
    }
}
