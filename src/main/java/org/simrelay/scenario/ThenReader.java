package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.simrelay.scenario.Scenario.CardRecord;
import org.simrelay.scenario.Scenario.Then;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what a scenario expects. */
final class ThenReader {

    private static final String CARD = "$card";
    private static final List<String> THEN = List.of("sweeps", "records", "failures", "requests", "warnings", "apart");
    private static final List<String> RECORD = List.of("key", "value", "headers");

    private final Problems problems;

    ThenReader(Problems problems) {
        this.problems = problems;
    }

    Then read(Node node) {
        Fields then = Fields.of(node, "then", THEN, problems);
        var unused = then.required("sweeps");
        return new Then(
                ScenarioReader.orNone(then.each("sweeps", sweep -> fieldsOf(sweep, "a sweep", ThenWords.SWEEP))),
                then.map("records", this::cards),
                ScenarioReader.orNone(
                        then.each("failures", failure -> fieldsOf(failure, "a failure", ThenWords.FAILURE))),
                then.has("requests") ? then.map("requests", this::count) : null,
                ScenarioReader.orNone(then.texts("warnings")),
                then.map("apart", millis -> Duration.ofMillis(count(millis))));
    }

    /** In the list of a failure's cards ranges may stand. */
    private Map<String, JsonNode> fieldsOf(Node node, String name, List<String> known) {
        Fields written = Fields.of(node, name, known, problems);
        Map<String, JsonNode> fields = written.json();
        if (known == ThenWords.SWEEP) {
            ThenWords.sweep(written, fields);
        } else {
            ThenWords.failure(written, fields);
        }
        fields.computeIfPresent("cards", (key, cards) -> cards.isArray() ? CardRange.expanded(cards) : cards);
        return fields;
    }

    private List<CardRecord> cards(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            problems.at(node, "the records of a topic must be a list of - key: CARD and value: JSON");
            return List.of();
        }
        return sequence.getValue().stream().flatMap(this::card).toList();
    }

    private Stream<CardRecord> card(Node node) {
        Fields fields = Fields.of(node, "a record", RECORD, problems);
        if (fields.required("key") == null || fields.required("value") == null) {
            return Stream.empty();
        }
        String value = Objects.requireNonNullElse(fields.text("value"), "");
        String wrong = value.isEmpty() ? "" : ThenWords.value(value.replace(CARD, "1"));
        if (!wrong.isEmpty()) {
            fields.wrong("value", wrong);
        }
        return CardRange.each(Objects.requireNonNullElse(fields.text("key"), ""))
                .map(card -> new CardRecord(card, value.replace(CARD, card), fields.map("headers", Yaml::text)));
    }

    private int count(Node node) {
        try {
            return Integer.parseInt(Yaml.text(node));
        } catch (NumberFormatException e) {
            problems.at(node, "must be a whole number");
            return 0;
        }
    }
}
