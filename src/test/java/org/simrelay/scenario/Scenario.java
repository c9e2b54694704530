package org.simrelay.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case, as its file says it.
 *
 * @param disabled why the case is not played, null where it is
 */
record Scenario(
        @Nullable String disabled,
        @JsonProperty(required = true) Given given,
        @JsonProperty(required = true) When when,
        @JsonProperty(required = true) Then then) {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** The files of all scenarios, as {@code <vendor>/<what-happens>.yaml}. */
    static List<String> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> FOLDER.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario read(String file) {
        try {
            return YAML.readValue(FOLDER.resolve(file).toFile(), Scenario.class);
        } catch (IOException e) {
            throw new AssertionError(file + " is no scenario: " + e.getMessage(), e);
        }
    }

    /**
     * What is so beforehand.
     *
     * @param settings keys as in application.properties
     * @param cards the lines of the inventory; null: there is no file
     * @param vendor WireMock's stub mappings
     * @param kafkaRefuses cards whose events Kafka refuses
     */
    record Given(
            @Nullable Map<String, String> settings,
            @Nullable List<String> cards,
            @Nullable List<JsonNode> vendor,
            @Nullable List<String> kafkaRefuses) {
        Given {
            settings = settings == null ? Map.of() : Map.copyOf(settings);
            vendor = vendor == null ? List.of() : List.copyOf(vendor);
            kafkaRefuses = kafkaRefuses == null ? List.of() : List.copyOf(kafkaRefuses);
        }
    }

    /**
     * What happens.
     *
     * @param polls run one after the other, each once
     */
    record When(@JsonProperty(required = true) List<String> polls) {}

    /**
     * What comes of it, nothing more and nothing less.
     *
     * @param sweeps a sweep a poll: the fields of its last record; "reason" is a part of it
     * @param records the card events by topic
     * @param failures the fields of each record in sim.failures; "message", "request" and "reply" are parts of them
     * @param requests vendor calls by path; null: not looked at
     */
    record Then(
            @JsonProperty(required = true) List<Map<String, JsonNode>> sweeps,
            @Nullable Map<String, List<CardRecord>> records,
            @Nullable List<Map<String, JsonNode>> failures,
            @Nullable Map<String, Integer> requests) {
        Then {
            records = records == null ? Map.of() : Map.copyOf(records);
            failures = failures == null ? List.of() : List.copyOf(failures);
        }
    }

    /**
     * A card event.
     *
     * @param value the JSON text, to the character
     * @param headers those that are looked at; null: only what holds for all
     */
    record CardRecord(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String value,
            @Nullable Map<String, String> headers) {
        CardRecord {
            headers = headers == null ? Map.of() : Map.copyOf(headers);
        }
    }
}
