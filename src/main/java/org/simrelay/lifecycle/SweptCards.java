package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongHashSet;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.simrelay.inventory.CardHash;
import org.simrelay.inventory.NumberedCards;

/** The cards of a sweep that runs, as they are acknowledged, or fail where that is to be noted, too: some 12 bytes each. Thread-safe. */
final class SweptCards {

    private final boolean tells;
    private final PackedCards cards = new PackedCards();
    private final CardSums sums = new CardSums();
    private final LongHashSet toldGone = new LongHashSet();
    private volatile boolean isTold;

    /** @param tells whether the sweep tells which cards have left */
    SweptCards(boolean tells) {
        this.tells = tells;
    }

    boolean tells() {
        return tells;
    }

    /** These have left, and were told. */
    synchronized void toldGone(Collection<String> gone) {
        gone.forEach(card -> toldGone.add(CardHash.of(card)));
    }

    /** Adds a card of the list before to these, unless it was told that it has left. */
    synchronized void addUnlessTold(String card, Collection<String> to) {
        if (!toldGone.contains(CardHash.of(card))) {
            to.add(card);
        }
    }

    /** All that have left were told. */
    void told() {
        isTold = true;
    }

    boolean isTold() {
        return isTold;
    }

    synchronized void add(Collection<String> acknowledged) {
        NumberedCards numbered = NumberedCards.of(acknowledged);
        for (int i = 0; i < numbered.size(); i++) {
            sums.add(cards.add(numbered, i));
        }
    }

    /** How many there are, each as often as it was added. */
    synchronized long size() {
        return sums.size();
    }

    /** Whether the list has just these cards; may say no where one was acknowledged twice. */
    synchronized boolean areThoseOf(KnownList list) {
        return sums.areThoseOf(list.sums());
    }

    synchronized NavigableSet<String> cards() {
        NavigableSet<String> sorted = new TreeSet<>();
        cards.forEach(sorted::add);
        return sorted;
    }

    synchronized LongHashSet fingerprints() {
        LongHashSet fingerprints = new LongHashSet();
        cards.forEachHash(fingerprints::add);
        return fingerprints;
    }
}
