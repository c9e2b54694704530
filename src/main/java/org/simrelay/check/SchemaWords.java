package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.config.Nearest;

/** What JSON Schema lets pass in a schema, and is a slip all the same. */
final class SchemaWords {

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

    private final Path file;
    private final SchemaFile written;

    SchemaWords(Path file, SchemaFile written) {
        this.file = file;
        this.written = written;
    }

    /** What would let wrong records pass, or refuse all: messages with file, place and remedy. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        JsonNode json = written.json();
        JsonNode properties = json.path("properties");
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        boolean closed = json.path("additionalProperties").isBoolean()
                && !json.path("additionalProperties").booleanValue();
        for (JsonNode required : json.path("required")) {
            if (closed && required.isTextual() && !names.contains(required.textValue())) {
                wrong.add(file + written.placeOf("/required") + ": required names " + required.textValue()
                        + ", which properties does not have" + Nearest.text(required.textValue(), names)
                        + ", so that no record fits; mend the one or the other");
            }
        }
        if (json.has("examples") && !json.path("examples").isArray()) {
            wrong.add(file + written.placeOf("/examples") + ": examples is a list of records; put [ ] around them");
        }
        return wrong;
    }

    /** What may be meant, to warn of. */
    List<String> doubtful() {
        List<String> doubtful = new ArrayList<>();
        JsonNode json = written.json();
        String dialect = json.path("$schema").asText("https://json-schema.org/draft/2020-12/schema");
        if (!dialect.contains("2020-12")) {
            doubtful.add(file + written.placeOf("/$schema") + ": $schema is " + dialect
                    + ", but the schema is read as 2020-12; write https://json-schema.org/draft/2020-12/schema");
        }
        Set<String> required = new TreeSet<>();
        json.path("required").forEach(name -> required.add(name.asText()));
        json.path("properties").properties().forEach(field -> {
            if (!required.isEmpty() && !required.contains(field.getKey())) {
                doubtful.add(file + written.placeOfField(field.getKey()) + ": " + field.getKey()
                        + " is not under required, so that a record without it passes; add it there");
            }
            JsonNode format = field.getValue().path("format");
            if (format.isTextual() && !FORMATS.contains(format.textValue())) {
                doubtful.add(file + written.placeOf(SchemaFile.pointer(field.getKey()) + "/format") + ": format is \""
                        + format.textValue() + "\", which is none and is not looked at"
                        + Nearest.text(format.textValue(), FORMATS) + "; mend it");
            }
        });
        return doubtful;
    }
}
