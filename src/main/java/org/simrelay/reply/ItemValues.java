package org.simrelay.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Mask;

/** Counts and card numbers as vendors write them. */
final class ItemValues {

    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final int MOST_DIGITS = 15;
    // no identifier of a SIM card has more than 32 (EID); one without a bound would be a record's key and an id
    private static final int MOST_CARD = 128;
    private static final int MOST_SHOWN = 80;

    private ItemValues() {}

    /**
     * How many items there are over all pages; null where it is not said.
     *
     * @throws RequestFailure unknown, for what is no number
     */
    static @Nullable Long count(JsonNode value) throws RequestFailure {
        if (value.isNull()) {
            return null;
        }
        String text = value.asText().strip();
        if (text.isEmpty() || text.length() > MOST_DIGITS || !DIGITS.matchesAllOf(text)) {
            throw new RequestFailure(
                    Outcome.UNKNOWN,
                    null,
                    "the total is " + Mask.shown(value.toString(), MOST_SHOWN) + ", which is no number");
        }
        return Long.valueOf(text);
    }

    // a card number may come as a number, as every number may come as a text (src/docs/vendors.md)
    static @Nullable String card(JsonNode value) {
        boolean readable = value.isTextual() || value.isIntegralNumber();
        String text = readable ? value.asText().strip() : "";
        return text.isEmpty() || text.length() > MOST_CARD || !isWritable(text) ? null : text;
    }

    /**
     * Half a character is written as a question mark, and two cards that differ by such alone would be one; one with a line end would be
     * two where cards are remembered by lines.
     */
    private static boolean isWritable(String text) {
        boolean paired = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            paired |= Character.isSurrogate(c);
        }
        return !paired || StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
