package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.mapping.InvalidValueException;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;
import org.simrelay.schema.Schema;

/**
 * Tries a poll's mapping before a record goes out: on no item, on one without fields, and on the samples there are. What it gives
 * must have the keys of the topic, the card among them; what it reads must be in a sample.
 */
final class MappingTrial {

    private static final String CARD = "1060000000001";

    private final Path file;
    private final MappingText text;
    private final Expression mapping;
    private final Schema schema;
    private final SampleItems samples;
    private final Problems problems;
    private final Set<String> given = new LinkedHashSet<>();

    MappingTrial(Path file, MappingText text, Schema schema, SampleItems samples, Problems problems) {
        this.file = file;
        this.text = text;
        this.mapping = Jslt.mapping(file);
        this.schema = schema;
        this.samples = samples;
        this.problems = problems;
    }

    void run() {
        for (JsonNode item : samples.items()) {
            tryOn(item, "an item of its scenarios", true);
        }
        tryOn(NullNode.instance, "a card that is not in the reply", false);
        tryOn(Json.MAPPER.createObjectNode(), "an item without fields", false);
        if (!given.isEmpty()) {
            keys();
        }
        ReadFieldsCheck.look(file, text, samples, problems);
    }

    private void tryOn(JsonNode item, String what, boolean isReal) {
        JsonNode value;
        try {
            value = mapping.apply(
                    Map.of("card", TextNode.valueOf(CARD), "asked", Json.MAPPER.createObjectNode()), item);
        } catch (InvalidValueException e) {
            // that card would be told as invalid, which may be what is meant
            return;
        } catch (JsltException e) {
            String said = file + place(e) + ": the mapping fails for " + what + ": " + e.getMessageWithoutLocation()
                    + "; mend it, or the card goes to sim.failures";
            if (isReal) {
                problems.add(said);
            } else {
                problems.warn(said);
            }
            return;
        }
        if (!value.isObject()) {
            problems.add(file + " line " + text.lastLine() + ": the mapping gives "
                    + (value.isNull() ? "nothing" : "no object") + " for " + what
                    + "; it must give an object, { \"card\": $card, … }");
        } else {
            value.fieldNames().forEachRemaining(given::add);
            JsonNode card = value.path("card");
            if (!card.isMissingNode() && !CARD.equals(card.textValue())) {
                problems.add(file + text.placeOfKey("card") + ": card is not the number that was asked for, for " + what
                        + "; write \"card\": $card");
            }
            if (isReal && !schema.problems(value).isEmpty() && given.containsAll(wanted())) {
                problems.warn(file + ": what is made of an item of its scenarios breaks " + schema.file() + ", "
                        + schema.problems(value).get(0) + "; mend the one or the other");
            }
        }
    }

    /** Those that a value of the topic has, by its schema or, where there is none, by the scenarios. */
    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        schema.json().path("properties").fieldNames().forEachRemaining(known::add);
        return known.isEmpty() ? samples.keys() : known;
    }

    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(List.of("card"));
        schema.json().path("required").forEach(key -> wanted.add(key.asText()));
        if (!schema.isThere()) {
            wanted.addAll(samples.keys());
        }
        return wanted;
    }

    private void keys() {
        Set<String> known = known();
        String source = schema.isThere() ? schema.file() : "the records that its scenarios expect";
        boolean open =
                schema.isThere() && schema.json().path("additionalProperties").asBoolean(true);
        given.stream()
                .filter(key -> !known.isEmpty() && !open && !known.contains(key))
                .forEach(key -> problems.add(file
                        + text.placeOfKey(key) + ": " + key + " is no key of the topic's records"
                        + Nearest.text(key, known) + "; mend it, or add it to " + source));
        wanted().stream()
                .filter(key -> !given.contains(key))
                .forEach(key -> problems.add(file + " line "
                        + text.lastLine() + ": the mapping gives no \"" + key + "\""
                        + (key.equals("card")
                                ? ", the card's number; add \"card\": $card"
                                : ", which " + source
                                        + " asks for; add it, as null where the vendor does not say it")));
    }

    private static String place(JsltException e) {
        @Nullable String source = e.getSource();
        return e.getLine() > 0 && source != null ? " line " + e.getLine() + " column " + e.getColumn() : "";
    }
}
