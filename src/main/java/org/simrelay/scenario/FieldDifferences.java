package org.simrelay.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the fields of a record differ from those that a scenario names. */
final class FieldDifferences {

    // numbers keep their digits
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Set<String> PARTS = Set.of("reason", "message", "request", "reply");

    private FieldDifferences() {}

    /** {@code <field>: expected …, got …} for each that is not the same, or does not hold the parts that are named. */
    static List<String> of(Map<String, JsonNode> due, JsonNode came) {
        List<String> lines = new ArrayList<>();
        due.forEach((field, value) -> {
            JsonNode there = came.path(field);
            if (PARTS.contains(field) && !value.isNull()) {
                if (!holds(there.asText(""), value)) {
                    lines.add(field + ": expected a text with " + value + ", got " + shown(there));
                }
            } else if (!there.toString().equals(value.toString())) {
                lines.add(field + ": expected " + value + ", got " + shown(there));
            }
        });
        return lines;
    }

    /** A record's value; one that is no JSON is a text. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    static String shown(JsonNode value) {
        return value.isMissingNode() ? "none" : value.toString();
    }

    /** Whether a text holds a part, or each of several. */
    private static boolean holds(String text, JsonNode parts) {
        if (!parts.isArray()) {
            return text.contains(parts.asText());
        }
        for (JsonNode part : parts) {
            if (!text.contains(part.asText())) {
                return false;
            }
        }
        return true;
    }
}
