package org.simrelay.records;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cards that failed again in a replay, in the exchange's property "failedCards". */
public final class FailedCards {

    private final Set<String> cards = ConcurrentHashMap.newKeySet();

    void add(Collection<String> failed) {
        cards.addAll(failed);
    }

    /** Whether none of these is among them. */
    public boolean holdsNoneOf(Collection<String> others) {
        return others.stream().noneMatch(cards::contains);
    }
}
