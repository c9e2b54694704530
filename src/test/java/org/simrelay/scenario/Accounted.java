package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.simrelay.kafka.DryRunRecord;

/**
 * What the topics say of one sweep.
 *
 * @param end its last record in sim.sweeps
 * @param events the key of each card event, in the order of sending
 * @param values the values by card
 * @param cleared the cards that are told to have left the vendor's list, which are no events of these
 * @param failed the cards named in sim.failures, as often as they are
 * @param counted the sum of the counts in sim.failures
 * @param unnamed records in sim.failures that name no card: a page that was not read, or cards that were not asked for
 */
record Accounted(
        JsonNode end,
        List<String> events,
        Map<String, String> values,
        List<String> cleared,
        List<String> failed,
        long counted,
        List<JsonNode> unnamed) {

    private static final JsonMapper JSON = new JsonMapper();

    static Accounted of(String sweep, List<DryRunRecord> records) {
        JsonNode end = JSON.missingNode();
        List<String> events = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        List<String> cleared = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<JsonNode> unnamed = new ArrayList<>();
        long counted = 0;
        String topic = "sim." + sweep.replaceAll("^[a-z]+-|@.*$", "");
        for (DryRunRecord record : records) {
            if (!sweep.equals(record.headers().get("ce_sweep"))) {
                continue;
            }
            if (record.topic().equals(topic)
                    && json(record.value()).path("status").asText().equals("cleared")) {
                cleared.add(record.key());
            } else if (record.topic().equals(topic)) {
                events.add(record.key());
                values.put(record.key(), record.value());
            } else if (record.topic().equals("sim.sweeps")) {
                end = json(record.value());
            } else if (record.topic().equals("sim.failures")) {
                JsonNode failure = json(record.value());
                counted += failure.path("count").asLong();
                failure.path("cards").forEach(card -> failed.add(card.asText()));
                if (failure.path("cards").isNull()) {
                    unnamed.add(failure);
                }
            }
        }
        return new Accounted(end, events, values, cleared, failed, counted, unnamed);
    }

    String outcome() {
        return end.path("outcome").asText();
    }

    String reason() {
        return end.path("reason").asText("");
    }

    long number(String field) {
        return end.path(field).asLong();
    }

    /** Cards that are neither published nor named in a failure. */
    Set<String> silent(List<String> known) {
        Set<String> silent = new HashSet<>(known);
        silent.removeAll(events);
        failed.forEach(silent::remove);
        return silent;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
