package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.CheckpointRecords;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.SweepRecords;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;
import org.simrelay.sweep.SweepResult;

/** Says of what was due and did not begin that it was skipped, and why. */
final class SkippedTicks {

    private final InterruptedSweeps interrupted;
    private final SweepListener listener;
    private final SweepEnds ends;
    private final Clock clock;

    SkippedTicks(InterruptedSweeps interrupted, SweepListener listener, SweepEnds ends, Clock clock) {
        this.interrupted = interrupted;
        this.listener = listener;
        this.ends = ends;
        this.clock = clock;
    }

    /** A sweep of the same poll and account runs: what was to begin, or to go on, does not. */
    void passOver(Sweep before, Sweep sweep, PollRun run) {
        Checkpoint resumed = run.resumed();
        if (resumed != null && before.id().equals(resumed.sweep())) {
            // this process began the same sweep itself, and will say how it ends
            return;
        }
        if (resumed != null) {
            String reason = "cut short, and " + before.id() + " began before it could go on";
            // one by hand has a place of its own in what is remembered, and leaves the poll's to this one
            boolean overtaken = before.stopSwitch().isTimed();
            ends.commit(sweep.account(), interrupted.end(resumed, reason, overtaken));
            return;
        }
        skip(sweep, before.id() + " is still running", run.byTimer());
    }

    /** No sweep comes of it; of a tick whoever has the account next knows that it is told of. */
    void skip(Sweep sweep, String reason, boolean byTimer) {
        SweepEnd end = new SweepEnd(SweepResult.SKIPPED, reason);
        listener.skipped(sweep, end);
        Instant now = clock.instant();
        List<LedgerEntry> records = new ArrayList<>(List.of(SweepRecords.ended(sweep, end, now)));
        if (byTimer) {
            records.add(CheckpointRecords.skipped(sweep, now));
        }
        ends.commit(sweep.account(), records);
    }
}
