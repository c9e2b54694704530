package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.kafka.Topics;
import org.simrelay.scenario.Scenario.Then;

/** Where what came of a scenario differs from its "then": a line a difference, with what was expected and what came. */
public final class Differences {

    private static final String ACCOUNT = "account";

    private final Then then;
    private final Played played;
    private final List<String> lines = new ArrayList<>();

    private Differences(Scenario scenario, Played played) {
        this.then = scenario.then();
        this.played = played;
    }

    /** Empty where nothing differs. */
    public static List<String> of(Scenario scenario, Played played) {
        Differences differences = new Differences(scenario, played);
        differences.unexpected();
        differences.sweeps();
        differences.lines.addAll(CardDifferences.of(scenario.then().records(), played.records()));
        differences.failures();
        differences.requests();
        differences.warnings();
        return differences.lines;
    }

    /** Most often what the rest follows from. */
    private void unexpected() {
        Map<String, Integer> unexpected = played.calls().unexpected().stream()
                .collect(Collectors.toMap(call -> call, call -> 1, Integer::sum, LinkedHashMap::new));
        unexpected.forEach(
                (call, count) -> lines.add("no stub answers " + call + (count == 1 ? "" : " (" + count + " times)")));
    }

    private void sweeps() {
        List<JsonNode> ends = new ArrayList<>(values(Topics.SWEEPS).stream()
                .filter(sweep -> sweep.path("phase").asText().equals("ended"))
                .toList());
        List<Map<String, JsonNode>> due = new ArrayList<>(then.sweeps());
        if (due.stream().allMatch(sweep -> sweep.containsKey(ACCOUNT))) {
            // accounts are swept side by side: which of them ends first is no matter
            ends.sort(Comparator.comparing(sweep -> String.valueOf(sweep.get(ACCOUNT))));
            due.sort(Comparator.comparing(sweep -> String.valueOf(sweep.get(ACCOUNT))));
        }
        for (int i = 0; i < Math.max(ends.size(), due.size()); i++) {
            String about = "sweep " + (i + 1);
            if (i >= ends.size()) {
                lines.add(about + ": expected " + due.get(i) + ", got none");
            } else if (i >= due.size()) {
                lines.add(about + ": expected none, got " + ends.get(i));
            } else {
                String id = " " + ends.get(i).path("sweep").asText();
                FieldDifferences.of(due.get(i), ends.get(i)).forEach(line -> lines.add(about + id + ", " + line));
            }
        }
    }

    private void failures() {
        List<JsonNode> came = new ArrayList<>(values(Topics.FAILURES));
        List<Map<String, JsonNode>> due = new ArrayList<>();
        for (Map<String, JsonNode> failure : then.failures()) {
            JsonNode same = came.stream()
                    .filter(candidate -> FieldDifferences.of(failure, candidate).isEmpty())
                    .findFirst()
                    .orElse(MissingNode.getInstance());
            if (same.isMissingNode()) {
                due.add(failure);
            } else {
                came.remove(same);
            }
        }
        for (Map<String, JsonNode> failure : due) {
            JsonNode nearest = came.stream()
                    .min(Comparator.comparingInt(
                            candidate -> FieldDifferences.of(failure, candidate).size()))
                    .orElse(MissingNode.getInstance());
            if (nearest.isMissingNode()) {
                lines.add(Topics.FAILURES + ": expected " + failure + ", got none");
            } else {
                came.remove(nearest);
                String about = Topics.FAILURES + " " + nearest.path("outcome").asText() + " of " + nearest.path("cards")
                        + ", ";
                FieldDifferences.of(failure, nearest).forEach(line -> lines.add(about + line));
            }
        }
        came.forEach(failure -> lines.add(Topics.FAILURES + ": expected none, got " + failure));
    }

    private void requests() {
        Map<String, Integer> due = then.requests();
        if (due != null) {
            Map<String, Integer> came = new TreeMap<>(played.calls().byPath());
            due.keySet().forEach(call -> came.put(call, played.calls().count(call)));
            Set<String> all = new TreeSet<>(came.keySet());
            all.forEach(call -> {
                int expected = due.getOrDefault(call, 0);
                int got = came.getOrDefault(call, 0);
                if (expected != got) {
                    lines.add("requests " + call + ": expected " + expected + ", got " + got);
                }
            });
        }
        then.apart().forEach((path, least) -> {
            if (played.calls().apart(path).compareTo(least) < 0) {
                lines.add("apart " + path + ": expected " + least.toMillis() + " ms at least, got "
                        + played.calls().apart(path).toMillis());
            }
        });
    }

    private void warnings() {
        for (String part : then.warnings()) {
            if (played.warnings().stream().noneMatch(line -> line.contains(part))) {
                lines.add("warnings: expected one with \"" + part + "\", got " + played.warnings());
            }
        }
    }

    private List<JsonNode> values(String topic) {
        return played.records().stream()
                .filter(record -> record.topic().equals(topic))
                .map(DryRunRecord::value)
                .map(FieldDifferences::json)
                .toList();
    }
}
