package org.simrelay.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * JSON trees, as Jackson builds them, but for a field that an object has twice with two values: Jackson keeps the last one, and the
 * cards of a list that stood in the first would be gone without a word.
 */
final class UnambiguousNodes extends JsonNodeDeserializer {
    private static final long serialVersionUID = 1L;

    /** An exponent that no number here can have is a fault of the text, as any other; its digits are not shown. */
    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return super.deserialize(parser, context);
        } catch (NumberFormatException e) {
            throw JsonMappingException.from(parser, "a number has an exponent that is too large");
        }
    }

    @Override
    protected void _handleDuplicateField(
            JsonParser parser,
            DeserializationContext context,
            JsonNodeFactory factory,
            String field,
            ObjectNode object,
            JsonNode before,
            JsonNode now)
            throws JsonMappingException {
        if (!before.equals(now)) {
            // no value is shown: it may be a card's
            context.reportInputMismatch(this, "an object has the field \"%s\" twice, with two values", field);
        }
    }
}
