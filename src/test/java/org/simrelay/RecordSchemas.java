package org.simrelay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds records that a test published against the shipped schemas, with the library and not with what the service compiles. */
public final class RecordSchemas {

    /** Where they stand. */
    public static final Path FOLDER = Path.of("routes/schemas");

    private static final List<String> LEDGER = List.of("sweeps", "failures", "checkpoints");
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonSchemaFactory LIBRARY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<Path, JsonSchema> READ = new ConcurrentHashMap<>();

    private RecordSchemas() {}

    /** What of a record breaks its topic's schema: a message each; nothing of a topic that has none, such as that of a guide. */
    public static List<String> problems(String topic, @Nullable String value) {
        Path file = file(topic.substring("sim.".length()));
        if (value == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            return problems(file, JSON.readTree(value)).stream()
                    .map(problem -> topic + " " + problem + " in " + value)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(topic + " is no JSON: " + value);
        }
    }

    /** What of a value breaks a schema, as the library says it. */
    public static List<String> problems(Path file, JsonNode value) {
        return READ.computeIfAbsent(file, RecordSchemas::read).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static Path file(String name) {
        return (LEDGER.contains(name) ? FOLDER.resolve("ledger") : FOLDER).resolve(name + ".schema.json");
    }

    private static JsonSchema read(Path file) {
        try {
            return LIBRARY.getSchema(Files.readString(file), CONFIG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
