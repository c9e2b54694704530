package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.config.Nearest;

/**
 * A field of a schema, and what JSON Schema has no objection to in it.
 *
 * @param schema what it says of the field
 */
record SchemaField(Path file, SchemaFile written, String name, JsonNode schema) {

    private static final Set<String> FORMATS = Set.of(
            "date",
            "date-time",
            "time",
            "duration",
            "email",
            "idn-email",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "iri",
            "iri-reference",
            "uuid",
            "uri-template",
            "json-pointer",
            "relative-json-pointer",
            "regex");

    private static final Set<String> OURS = Set.of("x-unit", "x-period", "x-title-zh", "x-description-zh");

    /** What is looked at in values of one type alone. */
    private static final Map<String, List<String>> OF_TYPE = Map.of(
            "number", List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
            "string", List.of("minLength", "maxLength", "pattern", "format"),
            "array", List.of("items", "minItems", "maxItems", "uniqueItems"));

    /** Adds what may be meant, to warn of. */
    void look(List<String> doubtful) {
        JsonNode format = schema.path("format");
        if (format.isTextual() && !FORMATS.contains(format.textValue())) {
            say(
                    doubtful,
                    "/format",
                    "format is \"" + format.textValue() + "\", which is none and is not looked at"
                            + Nearest.text(format.textValue(), FORMATS) + "; mend it");
        }
        Set<String> types = types();
        Set<String> kinds = new TreeSet<>(types);
        kinds.remove("null");
        if (kinds.size() > 1 && !kinds.equals(Set.of("integer", "number"))) {
            say(
                    doubtful,
                    "/type",
                    name + " may be of the types " + String.join(" and ", kinds)
                            + ", which a subscriber must tell apart; write one of them, and null where it may be absent");
        }
        if (!kinds.isEmpty()) {
            OF_TYPE.forEach((type, words) -> words.forEach(word -> {
                boolean isOf = kinds.contains(type) || (type.equals("number") && kinds.contains("integer"));
                if (schema.has(word) && !isOf) {
                    say(
                            doubtful,
                            "/" + word,
                            name + ": " + word + " is about a value of type " + type + ", and this is of "
                                    + String.join(", ", kinds)
                                    + ", so that it is not looked at; remove it, or mend the type");
                }
            }));
        }
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode value : schema.path("enum")) {
            if (!seen.add(value)) {
                say(doubtful, "/enum", name + ": enum has " + value + " twice; remove one");
            }
        }
        schema.fieldNames().forEachRemaining(word -> {
            String nearest = word.startsWith("x-") && !OURS.contains(word) ? Nearest.of(word, OURS) : null;
            if (nearest != null && Nearest.distance(word, nearest) <= 2) {
                say(
                        doubtful,
                        "/" + word,
                        name + ": " + word + " is read by nobody (did you mean " + nearest + "?); mend it");
            }
        });
    }

    private Set<String> types() {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(one -> types.add(one.asText()));
        return types;
    }

    private void say(List<String> doubtful, String where, String what) {
        doubtful.add(file + written.placeOf(SchemaFile.pointer(name) + where) + ": " + what);
    }
}
