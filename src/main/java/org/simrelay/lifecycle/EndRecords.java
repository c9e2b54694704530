package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.CheckpointRecords;
import org.simrelay.records.Failures;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.SweepRecords;
import org.simrelay.records.UnaskedFailures;
import org.simrelay.source.InventoryGuard;
import org.simrelay.sweep.Forecast;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said in the ledger when a sweep ends or is left: all of it commits together. */
public final class EndRecords {

    private static final Logger LOG = LoggerFactory.getLogger(EndRecords.class);

    private final Failures failures;
    private final InventoryGuard inventoryGuard;
    private final Ledgers ledgers;
    private final Departures departures;
    private final Changes changes;
    private final Clock clock;

    public EndRecords(
            Failures failures,
            InventoryGuard inventoryGuard,
            Ledgers ledgers,
            Departures departures,
            Changes changes,
            Clock clock) {
        this.changes = changes;
        this.departures = departures;
        this.failures = failures;
        this.inventoryGuard = inventoryGuard;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** A sweep that the next run goes on with: where it stands, and the failures up to there. */
    List<LedgerEntry> left(Sweep sweep) {
        Checkpoint checkpoint = CheckpointRecords.now(sweep, true);
        List<LedgerEntry> records = new ArrayList<>(ledgers.of(sweep).takeCovered(checkpoint));
        records.add(CheckpointRecords.of(sweep, checkpoint, clock.instant()));
        remember(records, sweep);
        spare(sweep, records, () -> departures.ended(sweep, clock.instant()));
        spare(sweep, records, () -> changes.left(sweep));
        forget(sweep);
        return records;
    }

    /** What was given of the sweep's end is committed. */
    void said(Sweep sweep) {
        departures.said(sweep);
    }

    /** The sweep says nothing more. */
    void forget(Sweep sweep) {
        departures.forget(sweep);
        changes.forget(sweep);
        ledgers.forget(sweep);
    }

    /** The failures of the cards that a sweep which stopped did not ask for; its counts have them from here on. */
    List<LedgerEntry> unasked(Sweep sweep) {
        String stop = sweep.stopReason();
        if (stop == null || sweep.preview() != null) {
            return List.of();
        }
        UnaskedFailures unasked = UnaskedFailures.of(sweep, stop, failures);
        sweep.counts().failed(unasked.entries().size(), unasked.cards());
        return unasked.entries();
    }

    /** A sweep that ended: its failures, how it ended, and that nothing is left to go on with. */
    List<LedgerEntry> ended(Sweep sweep, List<LedgerEntry> unasked, SweepEnd end) {
        Instant now = clock.instant();
        List<LedgerEntry> records = new ArrayList<>(ledgers.of(sweep).takeAll());
        records.addAll(unasked);
        sweep.counts().fitTo(Forecast.expected(sweep));
        Shortfall lacks = Shortfall.of(sweep, end);
        if (lacks != null) {
            records.add(failures.shortOf(sweep, lacks.cards(), lacks.reason()));
            sweep.counts().failed(1, lacks.cards() == null ? 0 : lacks.cards());
        }
        records.add(SweepRecords.ended(sweep, end, now));
        if (sweep.preview() == null) {
            records.add(CheckpointRecords.of(sweep, CheckpointRecords.now(sweep, false), now));
        }
        if (end.result() == SweepResult.COMPLETE
                && sweep.preview() == null
                && !sweep.id().replay()) {
            records.add(CheckpointRecords.complete(sweep, now));
        }
        remember(records, sweep);
        spare(sweep, records, () -> departures.ended(sweep, now));
        spare(sweep, records, () -> changes.ended(sweep, end));
        forget(sweep);
        return records;
    }

    /** Adds what only spares the next sweeps work: where that breaks, the end is said all the same. */
    private static void spare(Sweep sweep, List<LedgerEntry> records, Supplier<List<LedgerEntry>> what) {
        try {
            records.addAll(what.get());
        } catch (RuntimeException e) {
            LOG.error("{}: what the next sweep was to know of its cards is lost", sweep, e);
        }
    }

    /** What the next runs of the service must know. */
    private void remember(List<LedgerEntry> records, Sweep sweep) {
        RequestQueue requests = sweep.requests();
        Long cards = requests == null || sweep.id().replay()
                ? null
                : requests.status().inventory();
        if (cards != null && inventoryGuard.update(sweep.id().key(), cards)) {
            records.add(CheckpointRecords.inventory(sweep, cards, clock.instant()));
        }
        records.addAll(CheckpointRecords.budget(sweep, Duration.ZERO, clock.instant()));
    }
}
