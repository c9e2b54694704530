package org.simrelay.inventory;

import com.carrotsearch.hppc.BitMixer;
import com.google.common.hash.Hashing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands for a card where millions are remembered. */
public final class CardHash {

    // as many always fit into 63 bits
    private static final int MOST_DIGITS = 18;

    private CardHash() {}

    /**
     * 64 bits, well mixed.
     *
     * @param card its number; two different ones of up to 18 digits, none of them with a zero in front, never get the same
     */
    public static long of(String card) {
        long number = number(card);
        return number > 0
                ? ofNumber(number)
                : Hashing.farmHashFingerprint64().hashUnencodedChars(card).asLong();
    }

    /** The same for a card that is just this {@link #number}. */
    public static long ofNumber(long number) {
        // bits are mixed one to one
        return BitMixer.mix64(number);
    }

    /** The number that the text is, and no other text; 0 where there is none of up to 18 digits. */
    public static long number(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_DIGITS || text.charAt(0) == '0') {
            return 0;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Of each card; 0 for one that has no number. */
    public static long[] of(List<@Nullable String> cards) {
        long[] hashes = new long[cards.size()];
        for (int i = 0; i < hashes.length; i++) {
            String card = cards.get(i);
            hashes[i] = card == null ? 0 : of(card);
        }
        return hashes;
    }
}
