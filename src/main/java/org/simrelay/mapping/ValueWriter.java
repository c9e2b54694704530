package org.simrelay.mapping;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes values one behind the other with one JSON generator: to make one for each card costs as much as to write it. For one
 * thread.
 */
final class ValueWriter {

    private final ObjectWriter writer;
    private final ByteArrayBuilder bytes = new ByteArrayBuilder();
    private @Nullable SequenceWriter sequence;

    ValueWriter(ObjectWriter writer) {
        // values stand alone, each in its record
        this.writer = writer.withRootValueSeparator("");
    }

    /**
     * A tree as UTF-8.
     *
     * @throws IOException when it is no JSON
     */
    byte[] bytes(JsonNode value) throws IOException {
        try {
            SequenceWriter open = sequence == null ? writer.writeValues(bytes) : sequence;
            sequence = open;
            open.write(value);
            open.flush();
            return bytes.toByteArray();
        } catch (IOException | RuntimeException e) {
            // the generator stands in the middle of a value
            sequence = null;
            throw e;
        } finally {
            bytes.reset();
        }
    }
}
