package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.checkpoint.Checkpoint;
import org.simrelay.records.CheckpointRecords;
import org.simrelay.records.Failures;
import org.simrelay.records.SweepRecords;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps that another run of the service began: taken up from their checkpoints, or ended in their name. */
public final class CutSweeps {

    private static final Logger LOG = LoggerFactory.getLogger(CutSweeps.class);

    private final Accounts accounts;
    private final Failures failures;
    private final Clock clock;

    public CutSweeps(Accounts accounts, Failures failures, Clock clock) {
        this.accounts = accounts;
        this.failures = failures;
        this.clock = clock;
    }

    /** The sweep as it was at its checkpoint. */
    Sweep goOn(Checkpoint checkpoint) {
        Sweep sweep = new Sweep(checkpoint.sweep(), account(checkpoint.sweep()), checkpoint.startedAt(), null);
        sweep.resume(checkpoint.progress(), checkpoint.expected());
        sweep.counts().requests.set(checkpoint.requests());
        sweep.counts().retries.set(checkpoint.retries());
        sweep.counts().logins.set(checkpoint.logins());
        return sweep;
    }

    /**
     * Ends a sweep that cannot go on: partial, with one failure for the cards it did not reach.
     *
     * @return the records for {@code direct:record}
     */
    public List<Message> end(Checkpoint checkpoint, String reason, CamelContext context) {
        Sweep sweep = goOn(checkpoint);
        sweep.goOnFrom(checkpoint.progress().fingerprint());
        List<Message> records = new ArrayList<>(failures.unasked(context, sweep, reason));
        Instant now = clock.instant();
        LOG.warn("{} partial: {}", sweep, reason);
        records.add(SweepRecords.ended(context, sweep, new SweepEnd(SweepEnd.Outcome.PARTIAL, reason), now));
        records.add(CheckpointRecords.of(context, sweep, false, now));
        return records;
    }

    /** The account a sweep asks with. */
    Account account(SweepId id) {
        return accounts.of(id.vendor(), Accounts.FIRST);
    }
}
