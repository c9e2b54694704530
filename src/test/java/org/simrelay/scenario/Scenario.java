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
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

    // -Dscenarios=FOLDER plays those of another folder
    private static final Path FOLDER = Path.of(System.getProperty("scenarios", "src/test/resources/scenarios"));
    private static final YAMLMapper YAML = new YAMLMapper();

    /** The files of all scenarios, as {@code <vendor>/<what-happens>.yaml}; with -Dscenario=TEXT those that have it in their name. */
    static List<String> files() {
        String part = System.getProperty("scenario", "");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> FOLDER.relativize(file).toString())
                    .filter(file -> file.contains(part))
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
     * @param beans properties of the beans in route files, {@code <bean>.<property>}
     * @param cards the lines of the inventory; null: there is no file
     * @param vendor WireMock's stub mappings; one with {@code times: n} answers n calls before those without
     * @param kafkaRefuses cards whose events Kafka refuses
     */
    record Given(
            @Nullable Map<String, String> settings,
            @Nullable Map<String, String> beans,
            @Nullable List<String> cards,
            @Nullable List<JsonNode> vendor,
            @Nullable List<String> kafkaRefuses) {
        Given {
            settings = settings == null ? Map.of() : Map.copyOf(settings);
            beans = beans == null ? Map.of() : Map.copyOf(beans);
            vendor = vendor == null ? List.of() : List.copyOf(vendor);
            kafkaRefuses = kafkaRefuses == null ? List.of() : List.copyOf(kafkaRefuses);
        }
    }

    /**
     * What happens.
     *
     * @param polls run one after the other, each once
     * @param meanwhile polls that run while the vendor's first answer is awaited
     */
    record When(@JsonProperty(required = true) List<String> polls, @Nullable List<String> meanwhile) {
        When {
            meanwhile = meanwhile == null ? List.of() : List.copyOf(meanwhile);
        }
    }

    /**
     * What comes of it, nothing more and nothing less.
     *
     * @param sweeps a sweep a poll, in the order of their ends: the fields of its last record; "reason" is a part of it
     * @param records the card events by topic
     * @param failures the fields of each record in sim.failures; "message", "request" and "reply" are parts of them
     * @param requests vendor calls by path, or by {@code <path>?<parameter>=<value>}; null: not looked at
     * @param warnings parts of what is logged; each must be in one warning
     * @param apart by path, the milliseconds that lie between two calls at least
     */
    record Then(
            @JsonProperty(required = true) List<Map<String, JsonNode>> sweeps,
            @Nullable Map<String, List<CardRecord>> records,
            @Nullable List<Map<String, JsonNode>> failures,
            @Nullable Map<String, Integer> requests,
            @Nullable List<String> warnings,
            @Nullable Map<String, Integer> apart) {
        Then {
            records = records == null ? Map.of() : expanded(records);
            failures = failures == null ? List.of() : List.copyOf(failures);
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
            apart = apart == null ? Map.of() : Map.copyOf(apart);
        }

        private static Map<String, List<CardRecord>> expanded(Map<String, List<CardRecord>> records) {
            return records.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, topic -> topic.getValue().stream()
                            .flatMap(CardRecord::each)
                            .toList()));
        }
    }

    /**
     * A card event, or one for each card of a range.
     *
     * @param key the card; {@code first..last} are all numbers between, both included
     * @param value the JSON text, to the character, but for {@code $card}
     * @param headers those that are looked at; null: only what holds for all
     */
    record CardRecord(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String value,
            @Nullable Map<String, String> headers) {
        CardRecord {
            headers = headers == null ? Map.of() : Map.copyOf(headers);
        }

        /** One for each card. */
        Stream<CardRecord> each() {
            int dots = key.indexOf("..");
            long first = Long.parseLong(dots < 0 ? key : key.substring(0, dots));
            long last = dots < 0 ? first : Long.parseLong(key.substring(dots + 2));
            return LongStream.rangeClosed(first, last)
                    .mapToObj(Long::toString)
                    .map(card -> new CardRecord(card, value.replace("$card", card), headers));
        }
    }
}
