package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.kafka.Topics;
import org.simrelay.mapping.InvalidValueException;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;

/**
 * Holds what a mapping makes of the items of a scenario against the records that the scenario expects of them: the value of each field,
 * where a card has one item and one record in it.
 */
final class ExpectedValues {

    private final Path mapping;
    private final MappingText text;
    private final Expression made;
    private final QueryText query;
    private final String topic;
    private final Problems problems;
    private final TreeSet<String> told = new TreeSet<>();

    ExpectedValues(Path mapping, MappingText text, QueryText query, String poll, Problems problems) {
        this.mapping = mapping;
        this.text = text;
        this.made = Jslt.mapping(mapping);
        this.query = query;
        this.topic = Topics.ofQuery(RouteFiles.query(poll));
        this.problems = problems;
    }

    /** Warns of the fields that differ, each once. */
    void look(Path scenarios, ObjectNode asked, ScenarioTexts texts) {
        String card = query.value("card");
        String list = query.value("list");
        if (card == null || card.contains("$") || query.has("judge")) {
            return;
        }
        for (Path scenario : ScenarioTexts.scenarios(scenarios)) {
            JsonNode read = texts.read(scenario);
            Map<String, List<JsonNode>> items = new HashMap<>();
            ShownReplies replies = new ShownReplies(texts);
            read.path("given").path("vendor").forEach(stub -> replies.add(stub, scenario));
            if (!replies.isWhole() || !replies.made().isEmpty()) {
                continue;
            }
            replies.plain().forEach(reply -> items(reply, list, card, items));
            Map<String, List<JsonNode>> records = new HashMap<>();
            read.path("then").path("records").path(topic).forEach(record -> records.computeIfAbsent(
                            record.path("key").asText(), key -> new ArrayList<>())
                    .add(record.path("value")));
            records.forEach((key, values) -> {
                List<JsonNode> found = items.getOrDefault(key, List.of());
                if (values.size() == 1 && found.size() == 1 && values.get(0).isTextual()) {
                    compare(
                            scenario,
                            key,
                            found.get(0),
                            values.get(0).textValue().replace("$card", key),
                            asked);
                }
            });
        }
    }

    private static void items(JsonNode reply, @Nullable String list, String card, Map<String, List<JsonNode>> items) {
        try {
            JsonNode found = list == null ? reply : Jslt.expression(list).apply(reply);
            Expression number = Jslt.expression(card);
            for (JsonNode item : found.isArray() ? found : Json.MAPPER.createArrayNode()) {
                items.computeIfAbsent(number.apply(item).asText(), key -> new ArrayList<>())
                        .add(item);
            }
        } catch (JsltException | IllegalArgumentException e) {
            // said where the query is looked at, or no reply of this poll
        }
    }

    private void compare(Path scenario, String card, JsonNode item, String expected, ObjectNode asked) {
        JsonNode wanted;
        JsonNode value;
        try {
            wanted = Json.MAPPER.readTree(expected);
            value = made.apply(Map.of("card", TextNode.valueOf(card), "asked", asked), item);
        } catch (InvalidValueException e) {
            if (told.add("")) {
                problems.warn(mapping + " line 1: an item of " + scenario + " cannot be mapped (" + e.getMessage()
                        + "), though that expects a record of it; mend what the mapping takes, or the scenario");
            }
            return;
        } catch (IOException | JsltException e) {
            // said where mappings and scenarios are looked at
            return;
        }
        wanted.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode is = value.path(name);
            if (!is.isMissingNode()
                    && !is.equals(field.getValue())
                    && !isOfAsked(name)
                    && !isWritten(name)
                    && told.add(name)) {
                problems.warn(mapping + text.placeOfKey(name) + ": " + name + " is " + is + " for an item of "
                        + scenario + ", which expects " + field.getValue() + "; mend the one or the other");
            }
        });
    }

    /** What is made of the request is not known here. */
    private boolean isOfAsked(String field) {
        return Pattern.compile("\"" + Pattern.quote(field) + "\"\\s*:[^\\n]*\\$(asked|[a-z]*[Aa]t\\b)")
                .matcher(text.code())
                .find();
    }

    /** A unit that an operator has set is meant. */
    private boolean isWritten(String field) {
        return Pattern.compile("\"" + Pattern.quote(field) + "\"\\s*:\\s*(\"[^\"]*\"|[0-9.]+|true|false|null)\\s*[,}]")
                .matcher(text.code())
                .find();
    }
}
