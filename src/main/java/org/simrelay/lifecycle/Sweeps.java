package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.CheckpointRecords;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.SweepRecords;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;
import org.simrelay.sweep.SweepResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins and ends sweeps, one at a time per poll; the steps of {@code sweep-start} and {@code sweep-end}. */
public final class Sweeps {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
    private static final int GRACE_SECONDS = 10;

    private final InterruptedSweeps cut;
    private final Mappings mappings;
    private final EndRecords endRecords;
    private final Ledgers ledgers;
    private final Clock clock;
    private final Map<String, Sweep> running = new ConcurrentHashMap<>();
    private final SweepListener listener;
    private volatile @Nullable String stopping;

    public Sweeps(
            InterruptedSweeps cut,
            Mappings mappings,
            EndRecords endRecords,
            Ledgers ledgers,
            Clock clock,
            SweepListener listener) {
        this.listener = listener;
        this.mappings = mappings;
        this.ledgers = ledgers;
        this.cut = cut;
        this.endRecords = endRecords;
        this.clock = clock;
    }

    /**
     * Begins a sweep of the poll that the exchange came from and leaves it in the property "sweep"; without that
     * property the poll is still sweeping, and this run of it is skipped.
     *
     * @return the records, which commit together
     */
    public List<LedgerEntry> start(Exchange exchange) {
        Instant now = clock.instant();
        boolean replay = exchange.getProperty("inventory") != null;
        FireTime fireTime = FireTime.of(exchange, now);
        SweepId id = new SweepId(exchange.getFromRouteId(), fireTime.at(), replay);
        exchange.getMessage().removeHeaders("*");
        Checkpoint resume = exchange.getProperty("resume", Checkpoint.class);
        Sweep sweep = resume == null
                ? new Sweep(id, cut.account(id), now, exchange.getProperty("preview", Preview.class))
                : cut.resume(resume);
        if (ledgers.of(sweep.account().source()).isSuspended()) {
            LOG.error(
                    "{} is not begun: another process has taken {}",
                    id,
                    sweep.account().source());
            return List.of();
        }
        if (fireTime.byTimer()) {
            // before a stop can find it, so that it is left for the next run
            sweep.timed();
        }
        Sweep before = running.putIfAbsent(id.poll(), sweep);
        if (before != null && resume != null) {
            return cut.end(resume, "cut short, and " + before.id() + " began before it could go on", true);
        }
        if (before != null) {
            SweepEnd end = new SweepEnd(SweepResult.SKIPPED, before.id() + " is still running");
            listener.skipped(sweep, end);
            return List.of(SweepRecords.ended(sweep, end, now));
        }
        String stop = stopping;
        if (stop != null) {
            sweep.suspend(stop);
        }
        mappings.refresh(id.poll());
        if (fireTime.period() != null) {
            sweep.account().demand().fires(id.poll(), fireTime.period());
        }
        exchange.setProperty("sweep", sweep);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                endIfLeft(sweep, done);
            }
        });
        // a request that hangs holds up Camel's splitter, and with it the end of the route
        sweep.whenStill(() -> CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS)
                .execute(() -> endIfLeft(sweep, exchange)));
        sweep.tell(listener);
        listener.begun(sweep, resume != null);
        List<LedgerEntry> records = new ArrayList<>();
        if (resume == null) {
            records.add(SweepRecords.started(sweep));
        }
        if (resume == null && sweep.preview() == null) {
            // from here on the next run knows of it, however this one stops
            records.add(CheckpointRecords.of(sweep, CheckpointRecords.now(sweep, true), now));
        }
        return records;
    }

    /**
     * Does something to a poll while it does not sweep; a timer that fires meanwhile is recorded as skipped.
     *
     * @return false, with nothing done, while it sweeps
     */
    public boolean whileIdle(String poll, Runnable work) {
        Instant now = clock.instant();
        SweepId id = new SweepId(poll, now);
        Sweep place = new Sweep(id, cut.account(id), now, null);
        if (running.putIfAbsent(poll, place) != null) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            running.remove(poll, place);
        }
    }

    /** The last net: a sweep that its route left without an end is ended here, or its poll would never run again. */
    private void endIfLeft(Sweep sweep, Exchange done) {
        if (running.get(sweep.id().poll()) != sweep) {
            return;
        }
        LOG.error("{} was left without an end", sweep, done.getException());
        sweep.stop("its route broke: " + done.getException());
        RequestQueue unread = sweep.requests();
        if (unread != null) {
            unread.close();
        }
        Exchange end = new DefaultExchange(done.getContext());
        end.setProperty("sweep", sweep);
        done.getContext()
                .createFluentProducerTemplate()
                .withExchange(end)
                .to("direct:sweep-end")
                .send();
        running.remove(sweep.id().poll(), sweep);
    }

    /**
     * Ends a sweep.
     *
     * @return the records, which commit together; none if it was ended before, or another process has its account
     */
    public List<LedgerEntry> end(@ExchangeProperty("sweep") @Nullable Sweep sweep, Exchange exchange) {
        if (sweep == null || !running.remove(sweep.id().poll(), sweep)) {
            return List.of();
        }
        RequestQueue unfinished = sweep.requests();
        if (unfinished != null) {
            unfinished.close();
        }
        mappings.reportReplaced(sweep.id().poll(), sweep.toString());
        if (sweep.isLost()) {
            listener.lost(sweep);
            ledgers.forget(sweep);
            return List.of();
        }
        if (sweep.isSuspended() && !SweepEnd.finishedAllTheSame(sweep)) {
            listener.suspended(sweep);
            return endRecords.left(sweep);
        }
        List<LedgerEntry> unasked = endRecords.unasked(sweep);
        SweepEnd end = SweepEnd.judge(sweep);
        List<LedgerEntry> records = endRecords.ended(sweep, unasked, end);
        exchange.setProperty("end", end);
        listener.ended(sweep, end);
        return records;
    }

    /** The record of the end was sent, or is kept where it was not. */
    public void ended(
            @ExchangeProperty("sweep") @Nullable Sweep sweep,
            @ExchangeProperty("end") @Nullable SweepEnd end,
            @ExchangeProperty("unsent") @Nullable Boolean unsent,
            @ExchangeProperty("untold") @Nullable Boolean untold) {
        if (sweep != null && end != null && unsent == null && untold == null) {
            listener.recorded(sweep, end);
        }
    }

    /** Running and future sweeps send no new request; those that keep checkpoints are left for the next run. */
    public void stopAll(String reason) {
        stopping = reason;
        running.values().forEach(sweep -> sweep.suspend(reason));
    }

    /** Whether no sweep may send a request any more. */
    public boolean isStopping() {
        return stopping != null;
    }

    /** Another process has taken an account, or some of its sweeps: those stop here and go on there, or have ended there. */
    public void giveUp(String account, Predicate<String> taken) {
        running.values().stream()
                .filter(sweep -> sweep.account().source().equals(account))
                .filter(sweep -> taken.test(sweep.toString()))
                .forEach(sweep -> sweep.giveUp("another process has taken it"));
    }

    /** The sweeps that are running. */
    public List<Sweep> running() {
        return List.copyOf(running.values());
    }
}
