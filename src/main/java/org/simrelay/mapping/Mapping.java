package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.schema.Misfit;
import org.simrelay.schema.Schema;

/** A poll's mapping: a vendor's item becomes the value of a card event. Thread-safe. */
public final class Mapping {

    private final Expression expression;
    // a variable that nobody names costs as much as a field
    private final boolean namesAsked;
    private final UnmappedTexts unmapped = new UnmappedTexts();
    private final PlaceholderDates placeholders = new PlaceholderDates();
    private final ThreadLocal<ValueWriter> writers;
    private final Schema schema;

    /**
     * @param schema what it must give
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    Mapping(Path file, ThreadLocal<ValueWriter> writers, Schema schema) {
        this.schema = schema;
        String text = Jslt.text(file);
        this.expression = Jslt.file(file, text, unmapped, placeholders);
        this.namesAsked = text.contains("$asked");
        this.writers = writers;
    }

    /**
     * The values of an answer, for the thread that asks.
     *
     * @param asked the parameters of its request, the mapping's {@code $asked}; null where there are none
     */
    public Values values(@Nullable JsonNode asked) {
        return values(asked, new FilledFields());
    }

    /**
     * As {@link #values(JsonNode)}.
     *
     * @param filled is told which fields have a value
     */
    public Values values(@Nullable JsonNode asked, FilledFields filled) {
        // one map for all cards of the answer: to make one for each costs as much as two fields
        Map<String, JsonNode> variables = new HashMap<>();
        if (namesAsked) {
            variables.put("asked", asked == null ? NullNode.instance : asked);
        }
        return new Values(this, writers.get(), variables, filled);
    }

    /** The texts it has no word for, each with how often it met them since this was last asked; empty when there is none. */
    String takeUnmapped() {
        return unmapped.takeReport();
    }

    /** How often it met a text that it has no word for, since this was last asked. */
    long takeUnmappedCount() {
        return unmapped.takeCount();
    }

    /** The placeholder dates it published as null, each with how often since this was last asked; empty when there is none. */
    String takePlaceholders() {
        return placeholders.takeReport();
    }

    /**
     * The value of a card event, as {@link Values#of}.
     *
     * @param variables of the answer; the card's is set here
     */
    JsonNode map(String card, @Nullable JsonNode item, Map<String, JsonNode> variables) {
        return fitting(mapped(card, item, variables));
    }

    /** The value for a card that has left a list, as {@link Values#cleared}. */
    JsonNode cleared(String card, Map<String, JsonNode> variables) {
        return gone(card, variables, "status", "cleared");
    }

    /** The value for a card that has left the inventory, as {@link Values#left}. */
    JsonNode left(String card, Map<String, JsonNode> variables) {
        return gone(card, variables, "result", "left");
    }

    private JsonNode gone(String card, Map<String, JsonNode> variables, String field, String word) {
        ObjectNode value = mapped(card, null, variables).deepCopy();
        return fitting(value.put(field, word));
    }

    private ObjectNode mapped(String card, @Nullable JsonNode item, Map<String, JsonNode> variables) {
        JsonNode value;
        try {
            variables.put("card", TextNode.valueOf(card));
            value = expression.apply(variables, item == null ? NullNode.instance : item);
        } catch (InvalidValueException e) {
            throw e;
        } catch (JsltException e) {
            throw new InvalidValueException(
                    "the mapping cannot map it: " + e.getMessage(), "the mapping cannot map it");
        } catch (RuntimeException | StackOverflowError e) {
            // of one card's item, as a long text that meets a pattern: the others go on
            throw new InvalidValueException(
                    "the mapping breaks over it: " + e.getClass().getSimpleName());
        }
        if (!(value instanceof ObjectNode object)
                || !card.equals(value.path("card").textValue())) {
            throw new InvalidValueException("the mapping gave no object with this card in \"card\"");
        }
        return object;
    }

    private JsonNode fitting(JsonNode value) {
        Misfit misfit;
        try {
            misfit = schema.misfit(value);
        } catch (RuntimeException | StackOverflowError e) {
            throw new InvalidValueException(
                    broken("its schema breaks over it: " + e.getClass().getSimpleName()));
        }
        if (misfit != null) {
            throw new InvalidValueException(broken(misfit.message()), broken(misfit.kind()));
        }
        return value;
    }

    private String broken(String what) {
        return what + " (" + schema.file() + ")";
    }
}
