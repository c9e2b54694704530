package org.simrelay.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.simrelay.records.CheckpointRecords;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.SweepRecords;
import org.simrelay.sweep.Sweep;

/** What the ledger is told when a sweep begins. */
final class BeginRecords {

    private BeginRecords() {}

    /**
     * Those of a sweep.
     *
     * @param resumed whether an earlier run has begun it, and has said so
     */
    static List<LedgerEntry> of(Sweep sweep, boolean resumed, Instant now) {
        List<LedgerEntry> records = new ArrayList<>();
        if (!resumed) {
            records.add(SweepRecords.started(sweep));
        }
        if (!resumed && sweep.preview() == null) {
            // from here on the next run knows of it, however this one stops
            records.add(CheckpointRecords.of(sweep, CheckpointRecords.now(sweep, true), now));
        }
        return records;
    }
}
