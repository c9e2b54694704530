package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongHashSet;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.simrelay.inventory.CardHash;

/** The cards of a sweep that runs, as they are acknowledged: some 14 bytes each. Thread-safe. */
final class SweptCards {

    private final boolean tells;
    private final StringBuilder text = new StringBuilder();
    private final CardSums sums = new CardSums();
    private volatile boolean isTold;

    /** @param tells whether the sweep tells which cards have left */
    SweptCards(boolean tells) {
        this.tells = tells;
    }

    boolean tells() {
        return tells;
    }

    /** All that have left were told. */
    void told() {
        isTold = true;
    }

    boolean isTold() {
        return isTold;
    }

    synchronized void add(Collection<String> acknowledged) {
        for (String card : acknowledged) {
            text.append(card).append('\n');
            sums.add(card);
        }
    }

    /** Whether the list has just these cards; may say no where one was acknowledged twice. */
    synchronized boolean areThoseOf(KnownList list) {
        return sums.areThoseOf(list.sums());
    }

    synchronized NavigableSet<String> cards() {
        return text.toString().lines().collect(Collectors.toCollection(TreeSet::new));
    }

    synchronized LongHashSet fingerprints() {
        LongHashSet fingerprints = new LongHashSet();
        text.toString().lines().forEach(card -> fingerprints.add(CardHash.of(card)));
        return fingerprints;
    }
}
