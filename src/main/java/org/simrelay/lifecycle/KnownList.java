package org.simrelay.lifecycle;

import org.jspecify.annotations.Nullable;
import org.simrelay.records.ListedCards;

/** The list that the next complete sweep is held against. Thread-safe. */
final class KnownList {

    private final ListedCards list;
    private @Nullable CardSums sums;

    KnownList(ListedCards list) {
        this.list = list;
    }

    ListedCards list() {
        return list;
    }

    /** Worked out when first asked for: most lists are asked again and again. */
    synchronized CardSums sums() {
        CardSums known = sums;
        if (known == null) {
            known = new CardSums();
            list.forEach(known::add);
            sums = known;
        }
        return known;
    }
}
