package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.kafka.Topics;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a vendor's items look like, as far as the files show it: the replies of a poll's scenarios, {@code
 * routes/scenarios/<poll>/*.yaml}, and replies that were saved beside them as {@code *.json}.
 *
 * @param items those of all replies, through the query's {@code list}
 * @param keys those of the values that its scenarios expect; empty where they expect none
 * @param replies all that could be read as JSON objects
 * @param cards those that the scenarios ask for, or expect records of
 * @param hasInvalid whether they expect a card that is invalid
 * @param made items of replies with parts that are made of the request, and so are not known
 * @param isWhole whether nothing more can be in a reply than is here
 */
record SampleItems(
        List<JsonNode> items,
        Set<String> keys,
        List<JsonNode> replies,
        Set<String> cards,
        boolean hasInvalid,
        List<JsonNode> made,
        boolean isWhole) {

    /** @param list JSLT: where the items stand in a reply; null: the reply is one */
    static SampleItems of(Path scenarios, String poll, @Nullable String list) {
        return of(scenarios, poll, list, new ScenarioTexts());
    }

    /** The same, of texts that others look at too. */
    static SampleItems of(Path scenarios, String poll, @Nullable String list, ScenarioTexts texts) {
        Path folder = scenarios.resolve(poll);
        List<JsonNode> items = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        ShownReplies shown = new ShownReplies(texts);
        Set<String> cards = new LinkedHashSet<>();
        boolean hasInvalid = false;
        for (Path file : ScenarioTexts.files(folder)) {
            JsonNode read = texts.read(file);
            if (file.toString().endsWith(".json")) {
                shown.plain().add(read);
            } else {
                read.path("given").path("vendor").forEach(stub -> shown.add(stub, file));
                read.path("given").path("cards").forEach(card -> cards.add(card.asText()));
                hasInvalid |= read.path("then")
                        .path("failures")
                        .findValuesAsText("outcome")
                        .contains("invalid");
                String topic = Topics.ofQuery(RouteFiles.query(poll));
                read.path("then").path("records").path(topic).forEach(record -> {
                    cards.add(record.path("key").asText());
                    json(record.path("value")).fieldNames().forEachRemaining(keys::add);
                });
            }
        }
        shown.plain().removeIf(reply -> !reply.isContainerNode());
        shown.plain().forEach(reply -> add(reply, list, items));
        List<JsonNode> made = new ArrayList<>();
        shown.made().forEach(reply -> add(reply, list, made));
        return new SampleItems(items, keys, shown.plain(), cards, hasInvalid, made, shown.isWhole());
    }

    /** The names of the fields at any depth. */
    Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        items.forEach(item -> fields(item, names));
        made.forEach(item -> fields(item, names));
        return names;
    }

    private static void fields(JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            names.add(field.getKey());
            fields(field.getValue(), names);
        });
        if (node.isArray()) {
            node.forEach(element -> fields(element, names));
        }
    }

    private static void add(JsonNode reply, @Nullable String list, List<JsonNode> items) {
        try {
            JsonNode found = list == null ? reply : Jslt.expression(list).apply(reply);
            if (found.isArray()) {
                found.forEach(items::add);
            } else if (list == null && found.isObject()) {
                items.add(found);
            }
        } catch (JsltException | IllegalArgumentException e) {
            // said where the query is looked at, or no reply of this poll
        }
    }

    static JsonNode read(Path file) {
        try {
            String text = TextFile.read(file);
            return file.toString().endsWith(".json")
                    ? Json.MAPPER.readTree(text)
                    : Json.MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
        } catch (IOException | SettingsException | YamlEngineException | IllegalArgumentException e) {
            // said by "simrelay test"
            return NullNode.instance;
        }
    }

    /** A JSON text, or JSON written as YAML. */
    static JsonNode json(JsonNode body) {
        try {
            return body.isTextual() ? Json.MAPPER.readTree(body.textValue()) : body;
        } catch (IOException e) {
            // a reply may be no JSON
            return NullNode.instance;
        }
    }
}
