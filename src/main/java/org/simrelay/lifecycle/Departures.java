package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongHashSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.simrelay.inventory.CardHash;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.ListedCards;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepId;

/**
 * Which cards have left a vendor's list: those that the last complete sweep had, or one that fell short since, and this complete one
 * has not. Only of polls that say {@code cleared}; the others cost nothing. Thread-safe.
 */
public final class Departures {

    private final Map<String, KnownList> last = new ConcurrentHashMap<>();
    private final Map<Sweep, SweptCards> running = new ConcurrentHashMap<>();
    /** By a poll's key, the sweep whose list stands in {@link #last} and may not stand in Kafka yet. */
    private final Map<String, String> unsaid = new ConcurrentHashMap<>();

    /** What earlier runs, or other processes, left in Kafka, by the key of each poll and account. */
    public void restore(Map<String, ListedCards> remembered) {
        remembered.forEach((key, list) -> {
            last.put(key, new KnownList(list));
            unsaid.remove(key);
        });
    }

    /**
     * Another process may have written for this account, and left this in Kafka. A list that waits to be said stays.
     *
     * @param account its source, {@code /<vendor>/<account>}
     * @param hasEnded whether a sweep has ended by what stands in Kafka
     */
    public void takenOver(String account, Map<String, ListedCards> remembered, Predicate<String> hasEnded) {
        remembered.forEach((key, list) -> {
            String waiting = unsaid.get(key);
            if (SweepId.sourceOf(key).equals(account) && (waiting == null || hasEnded.test(waiting))) {
                last.put(key, new KnownList(list));
            }
        });
    }

    /** What {@link #ended} gave stands in Kafka. */
    void said(Sweep sweep) {
        unsaid.remove(sweep.id().key(), sweep.toString());
    }

    /**
     * From now on the sweep's cards are noted as they are acknowledged.
     *
     * @param tells whether it tells which cards have left; a replay does not
     */
    public void begin(Sweep sweep, boolean tells) {
        SweptCards cards = new SweptCards(tells);
        running.put(sweep, cards);
        sweep.counts().onAcknowledged(cards::add);
    }

    /** As {@link #begin}, of a sweep over the inventory: a card that fails is known to be there, too. */
    public void beginByInventory(Sweep sweep, boolean tells) {
        begin(sweep, tells);
        sweep.counts().onFailed(Objects.requireNonNull(running.get(sweep))::add);
    }

    /** Whether it tells which cards have left. */
    public boolean tells(Sweep sweep) {
        SweptCards now = running.get(sweep);
        return now != null && now.tells();
    }

    /** Whether it has noted just so many cards. */
    public boolean hasNoted(Sweep sweep, long cards) {
        SweptCards now = running.get(sweep);
        return now != null && now.size() == cards;
    }

    /** Of a sweep that is complete, or has noted all of the inventory: the cards that it lacks; none where no complete one is known before it. */
    public List<String> gone(Sweep sweep) {
        SweptCards now = running.get(sweep);
        KnownList before = last.get(sweep.id().key());
        if (now == null || before == null || now.areThoseOf(before)) {
            return List.of();
        }
        LongHashSet there = now.fingerprints();
        List<String> gone = new ArrayList<>();
        before.list().forEach(card -> {
            if (!there.contains(CardHash.of(card))) {
                gone.add(card);
            }
        });
        return gone;
    }

    /** These of them were told, whatever becomes of the others: no later sweep tells them again. */
    public void told(Sweep sweep, Collection<String> gone) {
        SweptCards now = running.get(sweep);
        if (now != null) {
            now.toldGone(gone);
        }
    }

    /** All of them were told: the next complete sweep is held against this one. */
    public void told(Sweep sweep) {
        SweptCards now = running.get(sweep);
        if (now != null) {
            now.told();
        }
    }

    /**
     * What is to be remembered of a sweep with its end, or as it is left; nothing where the list is as it was. Where it fell short, or
     * could not tell which cards have left, its cards are added to those before, but for those that it told.
     */
    List<LedgerEntry> ended(Sweep sweep, Instant now) {
        SweptCards swept = running.remove(sweep);
        if (swept == null) {
            return List.of();
        }
        String key = sweep.id().key();
        KnownList before = last.get(key);
        if (before != null && swept.isTold() && swept.areThoseOf(before)) {
            // sorting and packing them would make the same
            return List.of();
        }
        NavigableSet<String> cards = swept.cards();
        if (!swept.isTold() && before != null) {
            before.list().forEach(card -> swept.addUnlessTold(card, cards));
        }
        ListedCards after = ListedCards.of(List.copyOf(cards));
        boolean nothing = before == null && cards.isEmpty() && !swept.isTold();
        if (nothing || (before != null && before.list().isSame(after))) {
            return List.of();
        }
        last.put(key, new KnownList(after));
        unsaid.put(key, sweep.toString());
        return after.entries(sweep, before == null ? 0 : before.list().parts().size(), now);
    }

    /** The sweep says nothing more. */
    void forget(Sweep sweep) {
        running.remove(sweep);
    }
}
