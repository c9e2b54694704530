package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.CheckpointRecords;
import org.simrelay.records.Failures;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.SweepRecords;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;
import org.simrelay.sweep.SweepResult;

/** Sweeps that another run of the service began: taken up from their checkpoints, or ended in their name. */
public final class InterruptedSweeps {

    private final Accounts accounts;
    private final Failures failures;
    private final Clock clock;
    private final SweepListener listener;

    /** @param listener is told of the ends */
    public InterruptedSweeps(Accounts accounts, Failures failures, Clock clock, SweepListener listener) {
        this.listener = listener;
        this.accounts = accounts;
        this.failures = failures;
        this.clock = clock;
    }

    /** The sweep as it was at its checkpoint. */
    Sweep resume(Checkpoint checkpoint) {
        Sweep sweep = new Sweep(checkpoint.sweep(), account(checkpoint.sweep()), checkpoint.startedAt(), null);
        sweep.asksAsOf(checkpoint.asOf());
        if (checkpoint.timed()) {
            sweep.stopSwitch().timed();
        }
        sweep.stopSwitch().resumable();
        sweep.resumePoint().set(checkpoint.progress(), checkpoint.expected());
        sweep.counts().requests.set(checkpoint.requests());
        sweep.counts().retries.set(checkpoint.retries());
        sweep.counts().logins.set(checkpoint.logins());
        return sweep;
    }

    /**
     * Ends a sweep that cannot go on: partial, or failed where nothing was published, with one failure for the cards that it
     * did not reach.
     *
     * @return the records, which commit together
     */
    public List<LedgerEntry> end(Checkpoint checkpoint, String reason) {
        return end(checkpoint, reason, false);
    }

    /** As {@link #end}; {@code overtaken} where a later sweep of the poll has its place in what is remembered already. */
    List<LedgerEntry> end(Checkpoint checkpoint, String reason, boolean overtaken) {
        Sweep sweep = resume(checkpoint);
        sweep.counts().published.set(checkpoint.acknowledged());
        sweep.counts().unchanged.set(checkpoint.unchanged());
        sweep.counts().failed.set(checkpoint.progress().failed());
        Long lacking = sweep.resumePoint().unasked();
        List<LedgerEntry> records = new ArrayList<>();
        SweepResult outcome = SweepResult.PARTIAL;
        // of a list in pages nobody knows whether it was settled
        boolean listed = checkpoint.progress().fingerprint().isEmpty();
        if (!listed && lacking != null && lacking == 0 && checkpoint.progress().failed() == 0) {
            outcome = SweepResult.COMPLETE;
        } else if (listed || lacking == null || lacking > 0) {
            Long known = lacking == null || lacking == 0 ? null : lacking;
            records.add(failures.shortOf(sweep, known, "not asked, or not known to be: " + reason));
            sweep.counts().failed(1, known == null ? 0 : known);
        }
        Instant now = clock.instant();
        SweepEnd end = new SweepEnd(outcome, reason);
        listener.ended(sweep, end);
        records.add(SweepRecords.ended(sweep, end, now));
        if (outcome == SweepResult.COMPLETE && !sweep.id().replay()) {
            records.add(CheckpointRecords.complete(sweep, now));
        }
        if (!overtaken || !checkpoint.timed()) {
            records.add(CheckpointRecords.of(sweep, CheckpointRecords.now(sweep, false), now));
        }
        return records;
    }

    /** The account a sweep asks with. */
    Account account(SweepId id) {
        return accounts.of(id.vendor(), id.account());
    }
}
