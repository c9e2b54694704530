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
        Set<String> names = new TreeSet<>();
        json.path("properties").fieldNames().forEachRemaining(names::add);
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(names);
        if (required.isEmpty() && !names.isEmpty()) {
            doubtful.add(file + written.placeOf("/properties")
                    + ": required names no field, so that a record without any of them passes; add \"required\": [\""
                    + String.join("\", \"", names) + "\"]");
        }
        JsonNode others = json.path("additionalProperties");
        if (!names.isEmpty()
                && !json.has("patternProperties")
                && !json.has("unevaluatedProperties")
                && (others.isMissingNode() || (others.isBoolean() && others.booleanValue()))) {
            doubtful.add(file + written.placeOf(others.isMissingNode() ? "/properties" : "/additionalProperties")
                    + ": a record may have fields that nobody named, such as one that is misspelt; write"
                    + " \"additionalProperties\": false");
        }
        json.path("properties").properties().forEach(field -> {
            String name = field.getKey();
            boolean isSlip = missing.stream().anyMatch(one -> name.equals(Nearest.of(one, names)));
            if (!required.isEmpty() && !required.contains(name) && !isSlip) {
                doubtful.add(file + written.placeOfField(name) + ": " + name
                        + " is not under required, so that a record without it passes; add it there");
            }
            new SchemaField(file, written, name, field.getValue()).look(doubtful);
        });
        return doubtful;
    }
}
