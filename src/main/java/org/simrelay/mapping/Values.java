package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the card events of one answer. For one thread. */
public final class Values {

    private final Mapping mapping;
    private final ValueWriter writer;
    private final Map<String, JsonNode> variables;
    private final FilledFields filled;
    private @Nullable String result;

    Values(Mapping mapping, ValueWriter writer, Map<String, JsonNode> variables, FilledFields filled) {
        this.filled = filled;
        this.mapping = mapping;
        this.variables = variables;
        this.writer = writer;
    }

    /**
     * The value of a card event.
     *
     * @param card the card's number, the mapping's {@code $card}
     * @param item the vendor's item, null for a card that was not in the reply
     * @return a JSON object, UTF-8
     * @throws InvalidValueException when a value does not fit its type, or the mapping cannot map the item
     */
    public byte[] of(String card, @Nullable JsonNode item) {
        try {
            JsonNode value = mapping.map(card, item, variables);
            filled.look(value);
            JsonNode said = value.get("result");
            result = said == null ? null : said.textValue();
            return writer.bytes(value);
        } catch (IOException e) {
            throw new InvalidValueException("the mapping gave what is no JSON: " + e.getMessage());
        }
    }

    /**
     * The value of the event of a card that has left the vendor's list: {@code "status":"cleared"}, and what the mapping gives where
     * there is no item.
     *
     * @throws InvalidValueException when the mapping or the schema takes no such value
     */
    public byte[] cleared(String card) {
        try {
            return writer.bytes(mapping.cleared(card, variables));
        } catch (IOException e) {
            throw new InvalidValueException("the mapping gave what is no JSON: " + e.getMessage());
        }
    }

    /**
     * The value of the event of a card that has left the inventory: {@code "result":"left"}, and what the mapping gives where there
     * is no item.
     *
     * @throws InvalidValueException when the mapping or the schema takes no such value
     */
    public byte[] left(String card) {
        try {
            return writer.bytes(mapping.left(card, variables));
        } catch (IOException e) {
            throw new InvalidValueException("the mapping gave what is no JSON: " + e.getMessage());
        }
    }

    /** What the last value says in "result"; null where it says nothing. */
    public @Nullable String result() {
        return result;
    }
}
