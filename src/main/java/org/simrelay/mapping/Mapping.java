package org.simrelay.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A poll's mapping: a vendor's item becomes the value of a card event. Thread-safe. */
public final class Mapping {

    private final Expression expression;
    private final ObjectWriter writer;

    Mapping(Expression expression, ObjectWriter writer) {
        this.expression = expression;
        this.writer = writer;
    }

    /**
     * The value of a card event.
     *
     * @param card the card's number, the mapping's {@code $card}
     * @param item the vendor's item, null for a card that was not in the reply
     * @return a JSON object, UTF-8
     * @throws Misfit when a value does not fit its type, or the mapping cannot map the item
     */
    public byte[] map(String card, @Nullable JsonNode item) {
        JsonNode value;
        try {
            value = expression.apply(Map.of("card", TextNode.valueOf(card)), item == null ? NullNode.instance : item);
        } catch (Misfit e) {
            throw e;
        } catch (JsltException e) {
            throw new Misfit("the mapping cannot map it: " + e.getMessage());
        }
        if (!value.isObject() || !card.equals(value.path("card").textValue())) {
            throw new Misfit("the mapping gave no object with this card in \"card\"");
        }
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new Misfit("the mapping gave what is no JSON: " + e.getMessage());
        }
    }
}
