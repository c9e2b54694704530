package org.simrelay.mapping;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The values of the card events of one answer, written one behind the other by one JSON generator: to make one for each card
 * costs as much as to write it. For one thread.
 */
public final class Values {

    private final Mapping mapping;
    private final ObjectWriter writer;
    private final ByteArrayBuilder bytes = new ByteArrayBuilder();
    private @Nullable SequenceWriter sequence;

    Values(Mapping mapping, ObjectWriter writer) {
        this.mapping = mapping;
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
    public byte[] of(String card, @Nullable JsonNode item) {
        JsonNode value = mapping.map(card, item);
        try {
            SequenceWriter open = sequence == null ? writer.writeValues(bytes) : sequence;
            sequence = open;
            open.write(value);
            open.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            // the generator stands in the middle of a value
            sequence = null;
            throw new Misfit("the mapping gave what is no JSON: " + e.getMessage());
        } finally {
            bytes.reset();
        }
    }
}
