package org.simrelay.records;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;

/** The cards that a replay is about, and which of them Kafka acknowledged; in the exchange's property "replayed". */
public final class ReplayedCards {

    /** The exchange's property. */
    public static final String PROPERTY = "replayed";

    private final Set<String> wanted;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    public ReplayedCards(Collection<String> wanted) {
        this.wanted = new HashSet<>(wanted);
    }

    /** Tells the replay, if the exchange is part of one, which cards Kafka has acknowledged. */
    public static void acknowledged(Exchange exchange, Collection<String> cards) {
        if (exchange.getProperty(PROPERTY) instanceof ReplayedCards replayed) {
            cards.stream().filter(replayed.wanted::contains).forEach(replayed.acknowledged::add);
        }
    }

    /** Whether each of these was acknowledged. */
    public boolean hasAll(Collection<String> cards) {
        return acknowledged.containsAll(cards);
    }
}
