package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.CheckpointRecords;
import org.simrelay.records.Ledger.Said;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.SweepRecords;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;
import org.simrelay.sweep.SweepResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins and ends sweeps, one at a time per poll and account. */
public final class Sweeps {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
    private static final int GRACE_SECONDS = 10;

    private record Running(Sweep sweep, @Nullable PollRun run) {}

    private final InterruptedSweeps interrupted;
    private final Accounts accounts;
    private final Mappings mappings;
    private final EndRecords endRecords;
    private final Ledgers ledgers;
    private final Clock clock;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final SweepListener listener;
    private volatile @Nullable String stopping;

    public Sweeps(
            InterruptedSweeps interrupted,
            Accounts accounts,
            Mappings mappings,
            EndRecords endRecords,
            Ledgers ledgers,
            Clock clock,
            SweepListener listener) {
        this.listener = listener;
        this.mappings = mappings;
        this.accounts = accounts;
        this.ledgers = ledgers;
        this.interrupted = interrupted;
        this.endRecords = endRecords;
        this.clock = clock;
    }

    /** The accounts that a poll runs for. */
    public List<String> accounts(String poll, PollRun run) {
        return List.copyOf(run.accounts(accounts.names(RouteFiles.vendor(poll))));
    }

    /**
     * Begins a sweep, and says so in the ledger. Where Kafka does not take that, the sweep is stopped already.
     *
     * @return null where none began: the last one still runs, and this run is recorded as skipped; or another process has the account
     */
    public @Nullable Sweep start(String poll, String accountName, PollRun run) {
        Instant now = clock.instant();
        PollRun.Again again = run.again();
        SweepId id = new SweepId(poll, accountName, run.at(), again != null && again.inventory() != null);
        Account account = accounts.of(id.vendor(), accountName);
        Checkpoint resumed = run.resumed();
        Sweep sweep = resumed == null ? new Sweep(id, account, now, run.preview()) : interrupted.resume(resumed);
        if (again != null) {
            sweep.asksAsOf(again.asOf());
            sweep.counts().onAcknowledged(again.replayed()::acknowledged);
        }
        if (ledgers.of(account.source()).isSuspended()) {
            LOG.error("{} is not begun: another process has taken {}", id, account.source());
            return null;
        }
        if (run.byTimer()) {
            // before a stop can find it, so that it is suspended for the next run
            sweep.stopSwitch().timed();
        }
        Running before = running.putIfAbsent(id.key(), new Running(sweep, run));
        if (before != null) {
            passOver(account, before.sweep(), sweep, resumed);
            return null;
        }
        String stop = stopping;
        if (stop != null) {
            sweep.stopSwitch().suspend(stop);
        }
        mappings.refresh(poll);
        if (run.period() != null) {
            account.demand().fires(poll, run.period());
        }
        // a request that hangs holds up Camel's splitter, and with it the end of the route
        sweep.pulse().whenStill(() -> CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS)
                .execute(() -> endIfLeft(sweep, null)));
        sweep.tell(listener);
        listener.begun(sweep, resumed != null);
        List<LedgerEntry> records = new ArrayList<>();
        if (resumed == null) {
            records.add(SweepRecords.started(sweep));
        }
        if (resumed == null && sweep.preview() == null) {
            // from here on the next run knows of it, however this one stops
            records.add(CheckpointRecords.of(sweep, CheckpointRecords.now(sweep, true), now));
        }
        if (commit(account, records) == Said.NOT_YET) {
            sweep.stop("Kafka did not take the sweep's records");
        }
        return sweep;
    }

    private void passOver(Account account, Sweep before, Sweep sweep, @Nullable Checkpoint resumed) {
        if (resumed != null && before.id().equals(resumed.sweep())) {
            // this process began the same sweep itself, and will say how it ends
            return;
        }
        if (resumed != null) {
            String reason = "cut short, and " + before.id() + " began before it could go on";
            commit(account, interrupted.end(resumed, reason, true));
            return;
        }
        SweepEnd end = new SweepEnd(SweepResult.SKIPPED, before.id() + " is still running");
        listener.skipped(sweep, end);
        commit(account, List.of(SweepRecords.ended(sweep, end, clock.instant())));
    }

    /**
     * Does something to a poll while it does not sweep; a timer that fires meanwhile is recorded as skipped.
     *
     * @return false, with nothing done, while it sweeps
     */
    public boolean whileIdle(String poll, Runnable work) {
        Instant now = clock.instant();
        String vendor = RouteFiles.vendor(poll);
        Map<String, Running> places = new HashMap<>();
        try {
            for (String name : accounts.names(vendor)) {
                SweepId id = new SweepId(poll, name, now);
                Running place = new Running(new Sweep(id, accounts.of(vendor, name), now, null), null);
                if (running.putIfAbsent(id.key(), place) != null) {
                    return false;
                }
                places.put(id.key(), place);
            }
            work.run();
            return true;
        } finally {
            places.forEach(running::remove);
        }
    }

    /**
     * The last net: a sweep that its route left without an end is ended here, or its poll would never run again.
     *
     * @param thrown what broke the route; null where it is not known
     */
    public void endIfLeft(Sweep sweep, @Nullable Throwable thrown) {
        Running now = running.get(sweep.id().key());
        if (now == null || now.sweep() != sweep) {
            return;
        }
        LOG.error("{} was left without an end", sweep, thrown);
        sweep.stop("its route broke: " + thrown);
        end(sweep);
    }

    /** Ends a sweep, and says so in the ledger; nothing where it was ended before, or another process has its account. */
    public void end(Sweep sweep) {
        Running now = running.get(sweep.id().key());
        if (now == null || now.sweep() != sweep || !running.remove(sweep.id().key(), now)) {
            return;
        }
        RequestQueue unfinished = sweep.requests();
        if (unfinished != null) {
            unfinished.close();
        }
        mappings.reportReplaced(sweep.id().poll(), sweep.toString());
        if (sweep.stopSwitch().isLost()) {
            listener.lost(sweep);
            ledgers.forget(sweep);
            return;
        }
        if (sweep.stopSwitch().isSuspended() && !SweepEnd.finishedAllTheSame(sweep)) {
            listener.suspended(sweep);
            commit(sweep.account(), endRecords.left(sweep));
            return;
        }
        List<LedgerEntry> unasked = endRecords.unasked(sweep);
        SweepEnd end = SweepEnd.judge(sweep);
        List<LedgerEntry> records = endRecords.ended(sweep, unasked, end);
        listener.ended(sweep, end);
        PollRun run = now.run();
        if (commit(sweep.account(), records) == Said.TOLD) {
            listener.recorded(sweep, end);
            if (run != null) {
                run.ended(sweep, end);
            }
        }
    }

    private Said commit(Account account, List<LedgerEntry> entries) {
        return entries.isEmpty() ? Said.TOLD : ledgers.of(account.source()).commit(entries);
    }

    /** Running and future sweeps send no new request; those that keep checkpoints are suspended for the next run. */
    public void stopAll(String reason) {
        stopping = reason;
        running().forEach(sweep -> sweep.stopSwitch().suspend(reason));
    }

    /** Whether no sweep may send a request any more. */
    public boolean isStopping() {
        return stopping != null;
    }

    /** Another process has taken an account, or some of its sweeps: those stop here and go on there, or have ended there. */
    public void giveUp(String account, Predicate<String> taken) {
        running().stream()
                .filter(sweep -> sweep.account().source().equals(account))
                .filter(sweep -> taken.test(sweep.toString()))
                .forEach(sweep -> sweep.stopSwitch().giveUp("another process has taken it"));
    }

    /** The sweeps that are running. */
    public List<Sweep> running() {
        return running.values().stream().map(Running::sweep).toList();
    }
}
