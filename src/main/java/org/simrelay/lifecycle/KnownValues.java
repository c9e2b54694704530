package org.simrelay.lifecycle;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.RememberedValues;
import org.simrelay.records.RememberedValues.Head;
import org.simrelay.sweep.PublishedValues;
import org.simrelay.sweep.Sweep;

/** The values of one poll and account, and what of them stands in Kafka. Thread-safe. */
final class KnownValues {

    /** More sweeps than any setting allows: all cards are due. */
    static final int NEVER = 1_000_000;

    // of 22 bytes each: also the largest part is below the least max.message.bytes that sim.checkpoints may have
    private static final int CARDS_IN_PART = 400;
    // parts that have grown by a quarter still fit, and need not all be written anew
    private static final int MOST_IN_PART = 500;

    // some 2 MB, which fit into a transaction at ease
    private static final int PARTS_IN_ONE = 200;

    private final PublishedValues values = new PublishedValues();
    private int sweeps = NEVER;
    // fingerprints of the parts in Kafka; of one that is not known there 0, which no part has
    private long[] saved = new long[1];

    /** As they stand in Kafka; nothing is known where a sweep has published since. */
    static KnownValues of(ValueParts.Kept kept) {
        KnownValues known = new KnownValues();
        known.saved = new long[Math.max(1, kept.head().parts())];
        if (kept.isKnown()) {
            known.sweeps = kept.head().sweeps();
            for (int i = 0; i < kept.parts().size(); i++) {
                byte[] part = kept.parts().get(i);
                known.values.add(part);
                known.saved[i] = PublishedValues.fingerprint(part);
            }
        }
        return known;
    }

    PublishedValues values() {
        return values;
    }

    synchronized int parts() {
        return saved.length;
    }

    synchronized Head head(boolean publishing) {
        return new Head(publishing, sweeps, saved.length);
    }

    /** Whether the next sweep is to publish all cards. */
    synchronized boolean isFullDue(int everyNth) {
        return sweeps + 1 >= everyNth;
    }

    /**
     * A sweep has ended.
     *
     * @param full whether it was to publish all cards
     * @param ran whether it ran to its end
     */
    synchronized void ended(boolean full, boolean ran) {
        if (!full) {
            sweeps = Math.min(NEVER, sweeps + 1);
        } else if (ran) {
            sweeps = 0;
        }
    }

    /** Nothing is known any more. */
    synchronized void lose() {
        values.clear();
        sweeps = NEVER;
        notSaved();
    }

    /** Nobody knows which of the parts stand in Kafka. */
    synchronized void notSaved() {
        saved = new long[saved.length];
    }

    /** The records of the parts that do not stand in Kafka as they are; from here on they count as saved. */
    synchronized List<LedgerEntry> unsaved(Sweep sweep, Instant now) {
        int count = partsFor(values.size());
        List<byte[]> parts = values.parts(count);
        long[] after = new long[count];
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            after[i] = PublishedValues.fingerprint(parts.get(i));
            // parts of another number are of other cards
            if (count != saved.length || after[i] != saved[i]) {
                entries.add(RememberedValues.part(sweep, i, parts.get(i), now));
            }
        }
        for (int i = count; i < saved.length; i++) {
            entries.add(RememberedValues.noPart(sweep, i));
        }
        saved = after;
        return entries;
    }

    /**
     * What is not in Kafka as it is here is told.
     *
     * @param commit commits entries, and gives whether Kafka has them
     * @return whether all of it was
     */
    boolean save(Sweep sweep, Instant now, Predicate<List<LedgerEntry>> commit) {
        boolean told = false;
        try {
            for (List<LedgerEntry> group : Lists.partition(unsaved(sweep, now), PARTS_IN_ONE)) {
                if (!commit.test(group)) {
                    return false;
                }
            }
            told = true;
            return true;
        } finally {
            if (!told) {
                notSaved();
            }
        }
    }

    /** Takes all of it back in Kafka. */
    List<LedgerEntry> none(Sweep sweep) {
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(RememberedValues.noHead(sweep));
        for (int part = 0; part < parts(); part++) {
            entries.add(RememberedValues.noPart(sweep, part));
        }
        return entries;
    }

    private int partsFor(int cards) {
        boolean fits = cards <= (long) saved.length * MOST_IN_PART
                && (saved.length == 1 || cards > (long) saved.length * CARDS_IN_PART / 4);
        int wanted = Math.max(1, (cards + CARDS_IN_PART - 1) / CARDS_IN_PART);
        return fits ? saved.length : wanted == 1 ? 1 : Integer.highestOneBit(wanted - 1) * 2;
    }
}
