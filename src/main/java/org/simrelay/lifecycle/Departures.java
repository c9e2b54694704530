package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongHashSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.CardHash;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.ListedCards;
import org.simrelay.sweep.Sweep;

/**
 * Which cards have left a vendor's list: those that the last complete sweep had, or one that fell short since, and this complete one
 * has not. Only of polls that say {@code cleared}; the others cost nothing. Thread-safe.
 */
public final class Departures {

    private final Map<String, ListedCards> last = new ConcurrentHashMap<>();
    private final Map<Sweep, Listed> running = new ConcurrentHashMap<>();

    /** What earlier runs left in Kafka, by the key of each poll and account. */
    public void restore(Map<String, ListedCards> remembered) {
        last.putAll(remembered);
    }

    /**
     * From now on the sweep's cards are noted as they are acknowledged.
     *
     * @param tells whether it tells which cards have left; a replay does not
     */
    public void begin(Sweep sweep, boolean tells) {
        Listed listed = new Listed(tells);
        running.put(sweep, listed);
        sweep.counts().onAcknowledged(listed::add);
    }

    /** Whether it tells which cards have left. */
    public boolean tells(Sweep sweep) {
        Listed now = running.get(sweep);
        return now != null && now.tells;
    }

    /** Of a sweep that is complete: the cards that it lacks; none where no complete one is known before it. */
    public List<String> gone(Sweep sweep) {
        Listed now = running.get(sweep);
        ListedCards before = last.get(sweep.id().key());
        if (now == null || before == null) {
            return List.of();
        }
        LongHashSet there = now.fingerprints();
        List<String> gone = new ArrayList<>();
        AtomicInteger stayed = new AtomicInteger();
        before.forEach(card -> {
            if (there.contains(CardHash.of(card))) {
                stayed.incrementAndGet();
            } else {
                gone.add(card);
            }
        });
        now.same = gone.isEmpty() && stayed.get() == there.size() ? before : null;
        return gone;
    }

    /** All of them were told: the next complete sweep is held against this one. */
    public void told(Sweep sweep) {
        Listed now = running.get(sweep);
        if (now != null) {
            now.told = true;
        }
    }

    /**
     * What is to be remembered of a sweep with its end, or as it is left; nothing where the list is as it was. Where it fell short, or
     * could not tell which cards have left, its cards are added to those before.
     */
    List<LedgerEntry> ended(Sweep sweep, Instant now) {
        Listed listed = running.remove(sweep);
        if (listed == null) {
            return List.of();
        }
        String key = sweep.id().key();
        ListedCards before = last.get(key);
        if (listed.told && before != null && before.equals(listed.same)) {
            // parts are the same objects or not: sorting and packing would make the same
            return List.of();
        }
        NavigableSet<String> cards = listed.cards();
        if (!listed.told && before != null) {
            before.forEach(cards::add);
        }
        ListedCards after = ListedCards.of(List.copyOf(cards));
        boolean nothing = before == null && cards.isEmpty() && !listed.told;
        if (nothing || (before != null && isSame(before, after))) {
            return List.of();
        }
        last.put(key, after);
        return after.entries(sweep, before == null ? 0 : before.parts().size(), now);
    }

    /** The sweep says nothing more. */
    void forget(Sweep sweep) {
        running.remove(sweep);
    }

    private static boolean isSame(ListedCards one, ListedCards other) {
        return Arrays.deepEquals(one.parts().toArray(), other.parts().toArray());
    }

    /** The cards of a sweep that runs: some 14 bytes each. */
    private static final class Listed {
        private final boolean tells;
        private final StringBuilder text = new StringBuilder();
        private volatile boolean told;
        /** The list before, where this sweep has just its cards. */
        private volatile @Nullable ListedCards same;

        private Listed(boolean tells) {
            this.tells = tells;
        }

        private synchronized void add(Collection<String> acknowledged) {
            same = null;
            acknowledged.forEach(card -> text.append(card).append('\n'));
        }

        private synchronized NavigableSet<String> cards() {
            return text.toString().lines().collect(Collectors.toCollection(TreeSet::new));
        }

        private synchronized LongHashSet fingerprints() {
            LongHashSet fingerprints = new LongHashSet();
            text.toString().lines().forEach(card -> fingerprints.add(CardHash.of(card)));
            return fingerprints;
        }
    }
}
