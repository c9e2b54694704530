package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case, as its file says it.
 *
 * @param title the sentence that its file begins with, empty where there is none
 */
public record Scenario(Path file, String title, Given given, When when, Then then) {

    /**
     * What is so beforehand.
     *
     * @param settings keys as in application.properties
     * @param beans properties of the beans in route files, {@code <bean>.<property>}
     * @param cards the lines of the inventory; null: there is no file
     * @param vendor what the vendor answers: the first that fits a request and has not yet answered its times
     * @param kafkaRefuses cards whose events Kafka refuses
     */
    public record Given(
            Map<String, String> settings,
            Map<String, String> beans,
            @Nullable List<String> cards,
            List<Stub> vendor,
            List<String> kafkaRefuses) {}

    /**
     * What happens.
     *
     * @param at when the first sweep is due
     * @param polls run one after the other, each once
     * @param meanwhile polls that run while the vendor's first answer is awaited
     */
    public record When(Instant at, List<String> polls, List<String> meanwhile) {
        /** Every poll that runs. */
        List<String> all() {
            return Stream.concat(polls.stream(), meanwhile.stream()).distinct().toList();
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
     * @param apart by path, what lies between two calls at least
     */
    public record Then(
            List<Map<String, JsonNode>> sweeps,
            Map<String, List<CardRecord>> records,
            List<Map<String, JsonNode>> failures,
            @Nullable Map<String, Integer> requests,
            List<String> warnings,
            Map<String, Duration> apart) {}

    /**
     * A card event.
     *
     * @param value the JSON text, to the character
     * @param headers those that are looked at
     */
    public record CardRecord(String key, String value, Map<String, String> headers) {}
}
