package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.kafka.Topics;
import org.simrelay.scenario.Scenario.CardRecord;

/** Where card events differ from those that a scenario names, whatever their order. */
final class CardDifferences {

    private static final Set<String> NOT_CARDS = Set.of(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS);

    private final List<String> lines = new ArrayList<>();

    private CardDifferences() {}

    static List<String> of(Map<String, List<CardRecord>> due, List<DryRunRecord> records) {
        CardDifferences differences = new CardDifferences();
        Map<String, List<String>> expected = new TreeMap<>();
        Map<String, List<String>> came = new TreeMap<>();
        due.forEach((topic, cards) -> cards.forEach(card -> add(expected, topic + " " + card.key(), card.value())));
        records.stream()
                .filter(record -> !NOT_CARDS.contains(record.topic()))
                .forEach(record -> add(came, record.topic() + " " + record.key(), record.value()));
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(came.keySet());
        for (String card : all) {
            differences.card(card, expected.getOrDefault(card, List.of()), came.getOrDefault(card, List.of()));
        }
        due.forEach((topic, cards) -> cards.forEach(card -> differences.headers(topic, card, records)));
        return differences.lines;
    }

    private static void add(Map<String, List<String>> values, String card, String value) {
        values.computeIfAbsent(card, key -> new ArrayList<>()).add(value);
    }

    /** The values of a card; there may be one a sweep. */
    private void card(String card, List<String> expected, List<String> came) {
        List<String> due = new ArrayList<>(expected);
        List<String> left = new ArrayList<>(came);
        due.removeIf(left::remove);
        for (String value : due) {
            if (left.isEmpty()) {
                lines.add(card + ": expected " + value + ", got none");
            } else {
                values(card, value, left.remove(0));
            }
        }
        left.forEach(value -> lines.add(card + ": expected none, got " + value));
    }

    /** Two values that differ, by their fields if that shows it. */
    private void values(String card, String expected, String came) {
        JsonNode due = FieldDifferences.json(expected);
        JsonNode there = FieldDifferences.json(came);
        Set<String> fields = new TreeSet<>();
        due.fieldNames().forEachRemaining(fields::add);
        there.fieldNames().forEachRemaining(fields::add);
        int before = lines.size();
        for (String field : fields) {
            if (!due.path(field).toString().equals(there.path(field).toString())) {
                lines.add(card + ", " + field + ": expected " + FieldDifferences.shown(due.path(field)) + ", got "
                        + FieldDifferences.shown(there.path(field)));
            }
        }
        if (lines.size() == before) {
            // another order, or other digits of a number
            lines.add(card + ": expected " + expected + ", got " + came);
        }
    }

    private void headers(String topic, CardRecord card, List<DryRunRecord> records) {
        Map<String, JsonNode> due = new TreeMap<>();
        card.headers().forEach((name, value) -> due.put(name, JsonNodeFactory.instance.textNode(value)));
        for (DryRunRecord record : records) {
            if (record.topic().equals(topic) && record.key().equals(card.key())) {
                var came = JsonNodeFactory.instance.objectNode();
                record.headers().forEach(came::put);
                FieldDifferences.of(due, came)
                        .forEach(line -> lines.add(topic + " " + card.key() + ", header " + line));
            }
        }
    }
}
