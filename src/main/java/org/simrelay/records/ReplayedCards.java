package org.simrelay.records;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cards that a replay is about, and which of them Kafka acknowledged. */
public final class ReplayedCards {

    private final Set<String> wanted;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    public ReplayedCards(Collection<String> wanted) {
        this.wanted = new HashSet<>(wanted);
    }

    /** Kafka has acknowledged these cards. */
    public void acknowledged(Collection<String> cards) {
        cards.stream().filter(wanted::contains).forEach(acknowledged::add);
    }

    /** Whether each of these was acknowledged. */
    public boolean hasAll(Collection<String> cards) {
        return acknowledged.containsAll(cards);
    }
}
