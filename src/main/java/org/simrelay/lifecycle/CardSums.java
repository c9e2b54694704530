package org.simrelay.lifecycle;

import com.carrotsearch.hppc.BitMixer;
import org.simrelay.inventory.CardHash;

/**
 * What tells whether two lists have the same cards, in whatever order: how many there are, and two sums of 64 bits over their
 * hashes. Cards that come twice make it differ, so that only equal sums say something. For one thread.
 */
final class CardSums {

    // of the second sum: any odd number that is not zero
    private static final long OTHER = 0x9E3779B97F4A7C15L;

    private long cards;
    private long sum;
    private long otherSum;

    void add(String card) {
        add(CardHash.of(card));
    }

    /** @param hash of a card, {@link CardHash#of(String)} */
    void add(long hash) {
        cards++;
        sum += hash;
        otherSum += BitMixer.mix64(hash ^ OTHER);
    }

    /** How many were added. */
    long size() {
        return cards;
    }

    /** Whether both lists have the same cards, each as often. */
    boolean areThoseOf(CardSums other) {
        return cards == other.cards && sum == other.sum && otherSum == other.otherSum;
    }
}
