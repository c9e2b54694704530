package org.simrelay.page;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.lifecycle.RunningSweeps;
import org.simrelay.status.LedgerView;
import org.simrelay.sweep.SweepId;
import org.simrelay.web.WebAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps and replays that somebody asks for while the service runs: begun on a thread of their own, never beside one that runs. */
public final class ByHand {

    private static final Logger LOG = LoggerFactory.getLogger(ByHand.class);

    private static final String NOT_READ =
            "what stands open is not known yet, since the ledger is not read; ask again in a moment, or look at the log";

    /** Runs a poll to its end. */
    @FunctionalInterface
    public interface Runs {
        /** Returns what it threw; null where it threw nothing. */
        @Nullable Exception run(String poll, PollRun run);
    }

    private final Runs runs;
    private final Claims claims;
    private final Replayer replayer;
    private final LedgerView ledger;
    private final BooleanSupplier read;
    private final Executor threads;
    private final Clock clock;
    private final AtomicReference<@Nullable String> replaying = new AtomicReference<>();

    /** @param read whether the ledger is read, and Kafka answers */
    public ByHand(
            Runs runs,
            RunningSweeps running,
            Replayer replayer,
            LedgerView ledger,
            BooleanSupplier read,
            Obstacle obstacle,
            Executor threads,
            Clock clock) {
        this.runs = runs;
        this.claims = new Claims(running, obstacle);
        this.replayer = replayer;
        this.ledger = ledger;
        this.read = read;
        this.threads = threads;
        this.clock = clock;
    }

    /** Begins a sweep of the poll for each of these accounts, unless one of them sweeps already. */
    WebAnswer run(String poll, List<String> accounts) {
        String hindrance = claims.claim(poll, accounts);
        if (hindrance != null) {
            return ActionPath.text(409, hindrance);
        }
        List<String> sweeps = new ArrayList<>();
        for (String account : accounts) {
            PollRun run = PollRun.byHand(clock.instant(), account);
            sweeps.add(new SweepId(poll, account, run.at()).toString());
            if (!isBegun(List.of(SweepId.key(poll, account)), () -> sweep(poll, run))) {
                return stopping();
            }
        }
        return PollActions.done(202, Action.RUN, poll, accounts, "begun: " + String.join(", ", sweeps));
    }

    private void sweep(String poll, PollRun run) {
        Exception thrown = runs.run(poll, run);
        if (thrown != null) {
            LOG.error("{} was to run at once and broke", poll, thrown);
        }
    }

    /** Asks again for what stands open of these accounts, one after the other; one replay at a time in the service. */
    WebAnswer replay(String poll, List<String> accounts) {
        if (!read.getAsBoolean()) {
            return ActionPath.text(503, NOT_READ);
        }
        List<String> open = accounts.stream()
                .filter(account -> ledger.open(SweepId.key(poll, account)).failures() > 0)
                .toList();
        if (open.isEmpty()) {
            return PollActions.done(200, Action.REPLAY, poll, accounts, "nothing stands open");
        }
        String before = replaying.compareAndExchange(null, poll);
        if (before != null) {
            return ActionPath.text(409, "a replay of " + before + " runs; wait for its end");
        }
        String hindrance = claims.claim(poll, open);
        if (hindrance != null) {
            replaying.set(null);
            return ActionPath.text(409, hindrance);
        }
        long failures = open.stream()
                .mapToLong(account -> ledger.open(SweepId.key(poll, account)).failures())
                .sum();
        List<String> keys =
                open.stream().map(account -> SweepId.key(poll, account)).toList();
        if (!isBegun(keys, () -> replayAll(poll, open))) {
            replaying.set(null);
            return stopping();
        }
        return PollActions.done(
                202, Action.REPLAY, poll, open, "what stands open is asked for again: " + failures + " records");
    }

    private void replayAll(String poll, List<String> accounts) {
        try {
            accounts.forEach(account -> replayOne(poll, account));
        } finally {
            replaying.set(null);
        }
    }

    private void replayOne(String poll, String account) {
        try {
            replayer.replay(poll, account);
        } catch (RuntimeException e) {
            // the other accounts were promised too
            LOG.error("{}: what stands open of {} could not be asked for again", poll, account, e);
        }
    }

    private boolean isBegun(List<String> keys, Runnable work) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("{}: what was asked for over the API broke", keys, e);
                } finally {
                    claims.release(keys);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            claims.release(keys);
            return false;
        }
    }

    private static WebAnswer stopping() {
        return ActionPath.text(409, "the service is stopping");
    }
}
