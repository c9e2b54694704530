package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final SampleItems samples;
    private final Problems problems;
    private final MappingMisfits misfits;
    private final MappingKeys keys;
    private final Set<String> given = new LinkedHashSet<>();
    private final Set<String> told = new LinkedHashSet<>();

    /** What a request asks with; empty where that is not known. */
    private ObjectNode asked = Json.MAPPER.createObjectNode();
    /** Why the first item of the scenarios is invalid; null where none is. */
    private @Nullable String invalid;
    /** Whether a card may be asked for that is not in the reply. */
    private boolean mayLack;

    MappingTrial(Path file, MappingText text, Schema schema, SampleItems samples, Problems problems) {
        this.file = file;
        this.text = text;
        this.mapping = Jslt.mapping(file);
        this.samples = samples;
        this.problems = problems;
        this.keys = new MappingKeys(file, text, schema, samples, problems);
        this.misfits = new MappingMisfits(file, text, schema, problems);
    }

    /** Of a query that asks for the cards of an inventory, with what it asks. */
    MappingTrial asking(ObjectNode with, boolean ofInventory) {
        asked = with;
        mayLack = ofInventory;
        return this;
    }

    void run() {
        AskedFields.problems(file, text, asked).forEach(problems::add);
        for (JsonNode item : samples.items()) {
            tryOn(item, "an item of its scenarios", true);
        }
        if (invalid != null && !samples.hasInvalid()) {
            problems.warn(file + " line 1: an item of its scenarios cannot be mapped (" + invalid
                    + "), though none of them expects an invalid card; mend what the mapping takes, such as the form of"
                    + " a date");
        }
        tryOn(NullNode.instance, "a card that is not in the reply", false);
        tryOn(Json.MAPPER.createObjectNode(), "an item without fields", false);
        if (!given.isEmpty()) {
            keys.look(given);
        }
        ReadFieldsCheck.look(file, text, samples, problems);
    }

    /** Whether nothing was said of what it makes of the items. */
    boolean isGood() {
        return told.isEmpty() && misfits.isGood() && (invalid == null || samples.hasInvalid());
    }

    private void tryOn(JsonNode item, String what, boolean isReal) {
        JsonNode value;
        try {
            value = mapping.apply(Map.of("card", TextNode.valueOf(CARD), "asked", asked), item);
        } catch (InvalidValueException e) {
            // that card would be told as invalid, which may be what is meant of one
            invalid = isReal && invalid == null ? e.getMessage() : invalid;
            return;
        } catch (JsltException e) {
            String said = file + (place(e).isEmpty() ? text.placeOfCall(e.getMessageWithoutLocation()) : place(e))
                    + ": the mapping fails for " + what + ": " + e.getMessageWithoutLocation()
                    + "; mend it, or the card goes to sim.failures";
            if (isReal) {
                problems.add(said);
            } else {
                problems.warn(said);
            }
            return;
        }
        if (!value.isObject()) {
            say(
                    "object",
                    file + " line " + text.lastLine() + ": the mapping gives "
                            + (value.isNull() ? "nothing" : "no object") + " for " + what
                            + "; it must give an object, { \"card\": $card, … }");
        } else {
            value.fieldNames().forEachRemaining(given::add);
            JsonNode card = value.path("card");
            if (!card.isMissingNode() && !CARD.equals(card.textValue())) {
                say(
                        "card",
                        file + text.placeOfKey("card") + ": card is not the number that was asked for, for " + what
                                + "; write \"card\": $card");
            }
            if (given.containsAll(keys.wanted()) && given.stream().allMatch(keys::isKnown)) {
                if ((isReal || (mayLack && item.isNull())) && !told.contains("card")) {
                    misfits.look(value, what);
                }
            }
        }
    }

    /** What all items have in common is said of the first. */
    private void say(String kind, String what) {
        if (told.add(kind)) {
            problems.add(what);
        }
    }

    private static String place(JsltException e) {
        @Nullable String source = e.getSource();
        return e.getLine() > 0 && source != null ? " line " + e.getLine() + " column " + e.getColumn() : "";
    }
}
