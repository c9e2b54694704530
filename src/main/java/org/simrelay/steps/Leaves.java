package org.simrelay.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is said of a card that has left the inventory: the words of {@code leaves}. */
public enum Leaves {
    /** It keeps its last record. */
    NOTHING,
    /** A record whose {@code result} is {@code left}. */
    EVENT,
    /** A record without a value, which lets a compacted topic forget the card. */
    TOMBSTONE;

    /** All words. */
    public static final List<String> WORDS = Arrays.stream(values())
            .map(leaves -> leaves.name().toLowerCase(Locale.ROOT))
            .toList();

    static Leaves of(String word) {
        if (!WORDS.contains(word)) {
            throw new IllegalArgumentException("leaves is " + word + " but must be nothing, event or tombstone");
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
