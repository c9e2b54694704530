package org.simrelay.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.simrelay.sweep.Sweep;

/**
 * What one sweep says in the ledger on its way. Its failures are held until a checkpoint covers their batch, and commit with it: a
 * sweep that is cut asks those batches again, and no failure stands beside a card that was published after all.
 */
public final class SweepLedger {

    /** What a crash repeats at most, beyond the requests in flight. */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);

    // a page is covered by the sweep's end alone: a sweep of pages starts again
    private static final long AT_THE_END = Long.MAX_VALUE;
    private static final int MOST_HELD = 1_000;

    private final Sweep sweep;
    private final Ledger ledger;
    private final NavigableMap<Long, List<LedgerEntry>> held = new TreeMap<>();
    private int count;

    SweepLedger(Sweep sweep, Ledger ledger) {
        this.sweep = sweep;
        this.ledger = ledger;
    }

    /**
     * Holds failures of a request until they are covered; where too many wait for that, they are said at once.
     *
     * @param batch the request's batch, 0 for a page
     */
    public synchronized void failed(long batch, List<LedgerEntry> failures) {
        held.computeIfAbsent(batch == 0 ? AT_THE_END : batch, b -> new ArrayList<>())
                .addAll(failures);
        count += failures.size();
        if (count > MOST_HELD) {
            ledger.append(takeAll());
        }
    }

    /** Says where the sweep stands, with the failures up to there, if that was not said within the interval. */
    public void checkpointIfDue(Instant now) {
        if (!sweep.checkpointClock().tryClaim(CHECKPOINT_INTERVAL)) {
            return;
        }
        Checkpoint checkpoint = CheckpointRecords.now(sweep, true);
        List<LedgerEntry> entries = takeCovered(checkpoint);
        entries.add(CheckpointRecords.of(sweep, checkpoint, now));
        entries.addAll(CheckpointRecords.budget(sweep, CHECKPOINT_INTERVAL, now));
        ledger.append(entries);
    }

    /** The failures that a checkpoint covers, no more held. */
    public synchronized List<LedgerEntry> takeCovered(Checkpoint checkpoint) {
        return take(held.headMap(checkpoint.progress().batch(), true));
    }

    /** All failures, no more held: for the sweep's end. */
    public synchronized List<LedgerEntry> takeAll() {
        return take(held);
    }

    private List<LedgerEntry> take(NavigableMap<Long, List<LedgerEntry>> part) {
        List<LedgerEntry> entries = new ArrayList<>();
        part.values().forEach(entries::addAll);
        part.clear();
        count -= entries.size();
        return entries;
    }
}
