package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Said;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins sweeps, one at a time per poll and account. */
public final class Sweeps {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    private final InterruptedSweeps interrupted;
    private final Accounts accounts;
    private final Mappings mappings;
    private final SweepEnds ends;
    private final Ledgers ledgers;
    private final Clock clock;
    private final RunningSweeps running;
    private final SweepListener listener;
    private final SkippedTicks skipped;
    private final Pauses pauses = new Pauses();

    public Sweeps(
            InterruptedSweeps interrupted,
            Accounts accounts,
            Mappings mappings,
            SweepEnds ends,
            RunningSweeps running,
            Ledgers ledgers,
            Clock clock,
            SweepListener listener) {
        this.listener = listener;
        this.mappings = mappings;
        this.accounts = accounts;
        this.ledgers = ledgers;
        this.interrupted = interrupted;
        this.ends = ends;
        this.running = running;
        this.clock = clock;
        this.skipped = new SkippedTicks(interrupted, listener, ends, clock);
    }

    /**
     * Does something to a poll while it does not sweep; a timer that fires meanwhile is recorded as skipped.
     *
     * @return false, with nothing done, while it sweeps
     */
    public boolean whileIdle(String poll, Runnable work) {
        return running.whileHeld(PollPlaces.of(accounts, poll, clock.instant()), work);
    }

    /** Those that run now. */
    public RunningSweeps running() {
        return running;
    }

    /** The polls that begin no sweep at their ticks. */
    public Pauses pauses() {
        return pauses;
    }

    /** The clock was set back: the timers' next ticks had been found by what it said before, and names of sweeps come again. */
    public void clockSetBack(CamelContext context) {
        running.ticks().comeAgain();
        Timers.again(context);
    }

    /** The accounts that a poll runs for. */
    public List<String> accounts(String poll, PollRun run) {
        return List.copyOf(run.accounts(accounts.names(RouteFiles.vendor(poll))));
    }

    /**
     * Begins a sweep, and says so in the ledger. Where Kafka does not take that, the sweep is stopped already.
     *
     * @return null where none began: the last one still runs, or its poll is paused, and this run is recorded as skipped; or another
     *     process has the account
     */
    public @Nullable Sweep start(String poll, String accountName, PollRun run) {
        Account account = accounts.of(RouteFiles.vendor(poll), accountName);
        // every machine's timers fire, and the owner's begin sweeps
        if (!account.lease().mayBegin()) {
            return null;
        }
        Instant now = clock.instant();
        Instant due = run.byTimer() ? running.ticks().due(SweepId.key(poll, accountName), run.at(), now) : run.at();
        if (due == null) {
            return null;
        }
        AskedAgain again = run.again();
        SweepId id = new SweepId(poll, accountName, due, again != null && again.inventory() != null);
        Checkpoint resumed = run.resumed();
        Sweep sweep = resumed == null ? new Sweep(id, account, now, run.preview()) : interrupted.resume(resumed);
        if (resumed != null) {
            sweep.resumePoint().resumed(resumed.requests());
        }
        if (again != null) {
            sweep.asksAsOf(again.asOf());
            sweep.counts().onAcknowledged(again.replayed()::acknowledged);
        }
        if (ledgers.of(account.source()).isSuspended()) {
            LOG.error("{} is not begun: another process has taken {}", id, account.source());
            return null;
        }
        if (run.byTimer() && pauses.since(id.key()) != null) {
            skipped.skip(sweep, Pauses.REASON, true);
            return null;
        }
        // before a stop can find it, so that it is suspended for the next run
        if (run.byTimer()) {
            sweep.stopSwitch().timed();
        } else if (run.outlives()) {
            sweep.stopSwitch().resumable();
        }
        Sweep before = running.begin(sweep, run);
        if (before != null) {
            skipped.passOver(before, sweep, run);
            return null;
        }
        if (account.lease().isGone()) {
            // given away meanwhile, by whom this sweep was not seen yet
            running.end(sweep);
            return null;
        }
        try {
            begin(sweep, poll, run, now);
        } catch (RuntimeException | Error e) {
            // nobody else knows of it, and its poll would never run again
            ends.endIfLeft(sweep, e);
            throw e;
        }
        return sweep;
    }

    private void begin(Sweep sweep, String poll, PollRun run, Instant now) {
        boolean resumed = run.resumed() != null;
        mappings.refresh(poll);
        mappings.expect(sweep.id().key(), sweep.cardEvents().filledFields());
        if (run.period() != null) {
            sweep.account().demand().fires(poll, run.period());
        }
        ends.endWhenStill(sweep);
        sweep.tell(listener);
        listener.begun(sweep, resumed);
        if (ends.commit(sweep.account(), BeginRecords.of(sweep, resumed, now)) == Said.NOT_YET) {
            sweep.stop("Kafka did not take the sweep's records");
        }
    }

    /** Ticks fell due while no process had the account: a sweep of the last of them follows, and this stands for those before. */
    public void missed(String poll, String accountName, Instant tick, String reason) {
        Account account = accounts.of(RouteFiles.vendor(poll), accountName);
        skipped.skip(new Sweep(new SweepId(poll, accountName, tick), account, clock.instant(), null), reason, true);
    }
}
