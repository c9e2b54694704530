package org.simrelay.lifecycle;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Said;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends sweeps, each once, whoever comes first. */
public final class SweepEnds {

    private static final Logger LOG = LoggerFactory.getLogger(SweepEnds.class);

    private static final int GRACE_SECONDS = 10;

    private final RunningSweeps running;
    private final Mappings mappings;
    private final EndRecords endRecords;
    private final Ledgers ledgers;
    private final SweepListener listener;
    private final Superseding superseding;

    public SweepEnds(
            RunningSweeps running,
            Mappings mappings,
            EndRecords endRecords,
            Ledgers ledgers,
            SweepListener listener,
            Superseding superseding) {
        this.superseding = superseding;
        this.running = running;
        this.mappings = mappings;
        this.endRecords = endRecords;
        this.ledgers = ledgers;
        this.listener = listener;
    }

    /** Ends a sweep in which nothing moves any more: a request that hangs holds up Camel's splitter, and with it the end of the route. */
    void endWhenStill(Sweep sweep) {
        sweep.pulse().whenStill(() -> CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS)
                .execute(() -> endIfLeft(sweep, null)));
    }

    /**
     * The last net: a sweep that its route left without an end is ended here, or its poll would never run again.
     *
     * @param thrown what broke the route; null where it is not known
     */
    public void endIfLeft(Sweep sweep, @Nullable Throwable thrown) {
        if (!running.has(sweep)) {
            return;
        }
        LOG.error("{} was left without an end", sweep, thrown);
        sweep.stop("its route broke: " + thrown);
        end(sweep);
    }

    /** Ends a sweep, and says so in the ledger; nothing where it was ended before, or another process has its account. */
    public void end(Sweep sweep) {
        PollRun run = running.beginEnd(sweep);
        if (run == null) {
            return;
        }
        try {
            ended(sweep, run);
        } finally {
            running.end(sweep);
        }
    }

    private void ended(Sweep sweep, PollRun run) {
        RequestQueue unfinished = sweep.requests();
        if (unfinished != null) {
            unfinished.close();
        }
        mappings.reportReplaced(sweep.id().poll(), sweep.toString());
        mappings.reportLost(
                sweep.id().poll(),
                sweep.id().key(),
                sweep.toString(),
                sweep.cardEvents().filledFields());
        if (sweep.stopSwitch().isLost()) {
            listener.lost(sweep);
            endRecords.forget(sweep);
            return;
        }
        if (sweep.stopSwitch().isSuspended() && !SweepEnd.finishedAllTheSame(sweep)) {
            listener.suspended(sweep);
            commitLast(sweep, endRecords.left(sweep));
            return;
        }
        List<LedgerEntry> unasked = endRecords.unasked(sweep);
        SweepEnd end = SweepEnd.judge(sweep);
        List<LedgerEntry> records = endRecords.ended(sweep, unasked, end);
        listener.ended(sweep, end);
        Said said = commitLast(sweep, records);
        if (said != Said.NOT_YET) {
            endRecords.said(sweep);
        }
        if (said == Said.TOLD) {
            listener.recorded(sweep, end);
            if (run.again() == null) {
                // a replay marks what it published, and says nothing of the rest
                superseding.ended(sweep, end);
            }
            run.ended(sweep, end);
        }
    }

    /** Says the last of a sweep, whose place is free as soon as this stands before all that the next one says. */
    private Said commitLast(Sweep sweep, List<LedgerEntry> entries) {
        Supplier<Said> said = ledgers.of(sweep.account().source()).say(entries);
        running.end(sweep);
        return said.get();
    }

    /** Says entries of an account in its ledger, and waits for their commit. */
    Said commit(Account account, List<LedgerEntry> entries) {
        return entries.isEmpty() ? Said.TOLD : ledgers.of(account.source()).commit(entries);
    }
}
