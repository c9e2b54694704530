package org.simrelay.chaos.judge;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Each record is what the schema of its topic says, as the library for schemas has it and not as the service compiles them. */
final class SchemaRule implements Rule {
    private static final JsonSchemaFactory LIBRARY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Path schemas;

    /** @param schemas the folder of the service that is judged, {@code routes/schemas} */
    SchemaRule(Path schemas) {
        this.schemas = schemas;
    }

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        Map<String, JsonSchema> read = new HashMap<>();
        for (Read record : evidence.records()) {
            // a tombstone has no value
            if (record.text().isEmpty()) {
                continue;
            }
            String wrong = read.computeIfAbsent(record.topic(), this::schema).validate(record.value()).stream()
                    .map(ValidationMessage::getMessage)
                    .collect(Collectors.joining(", "));
            if (!wrong.isEmpty() || !record.value().isObject()) {
                found.accept(new Finding("schema", "breaks its topic's schema (" + wrong + "): " + record));
            }
        }
    }

    private JsonSchema schema(String topic) {
        String file = topic.replaceFirst("sim\\.", "") + ".schema.json";
        for (Path folder : List.of(schemas, schemas.resolve("ledger"))) {
            if (Files.exists(folder.resolve(file))) {
                try {
                    return LIBRARY.getSchema(Files.readString(folder.resolve(file)), CONFIG);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException("there is no " + file + " in " + schemas);
    }
}
