package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Accounts;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.SweepId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with the sweeps that an earlier run left or that were cut, under their own ids. One that cannot go on is ended in its
 * name: its poll is due again, and asks for every card anyway, or is not here any more.
 */
public final class SweepResumer {

    private static final Logger LOG = LoggerFactory.getLogger(SweepResumer.class);

    private final CamelContext context;
    private final Accounts accounts;
    private final InterruptedSweeps sweeps;
    private final Ledgers ledgers;
    private final Clock clock;
    private final PollRunner runner;

    /** On the routes and beans of a service. */
    public static SweepResumer on(CamelContext context, Clock clock) {
        Registry beans = context.getRegistry();
        return new SweepResumer(
                context,
                beans.lookupByNameAndType("accounts", Accounts.class),
                beans.lookupByNameAndType("cutSweeps", InterruptedSweeps.class),
                beans.lookupByNameAndType("ledgers", Ledgers.class),
                clock);
    }

    private SweepResumer(
            CamelContext context, Accounts accounts, InterruptedSweeps sweeps, Ledgers ledgers, Clock clock) {
        this.accounts = accounts;
        this.context = context;
        this.sweeps = sweeps;
        this.ledgers = ledgers;
        this.clock = clock;
        this.runner = new PollRunner(context);
    }

    /**
     * Goes on with those of these accounts, by their sources. Ends come first, so that no new sweep takes their place; then each goes on
     * in a thread of its own.
     */
    public void resumeAll(SavedState state, Collection<String> sources) {
        Set<String> polls = new HashSet<>();
        List<Checkpoint> latestFirst = state.open().stream()
                .filter(cut -> sources.contains(cut.sweep().source()))
                .sorted(Comparator.comparing((Checkpoint cut) -> cut.sweep().scheduledAt())
                        .reversed())
                .toList();
        for (Checkpoint checkpoint : latestFirst) {
            Route route = context.getRoute(checkpoint.sweep().poll());
            String obstacle = obstacle(route, checkpoint, state, polls);
            if (route == null || obstacle != null) {
                List<LedgerEntry> end = sweeps.end(checkpoint, String.valueOf(obstacle));
                ledgers.of(end.get(0).account()).append(end);
                continue;
            }
            polls.add(checkpoint.sweep().key());
            Thread thread = new Thread(
                    () -> resume(checkpoint), "resume-" + checkpoint.sweep().key());
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Why a sweep that was cut cannot go on; null if it can. */
    private @Nullable String obstacle(
            @Nullable Route route, Checkpoint checkpoint, SavedState state, Set<String> polls) {
        if (route == null) {
            return "cut short, and its poll is not here to go on with it";
        }
        SweepId id = checkpoint.sweep();
        if (!accounts.names(id.vendor()).contains(id.account())) {
            return "cut short, and its account is not here to go on with it";
        }
        if (id.replay()) {
            return "the replay was cut short; what it did not publish still stands open, replay it again";
        }
        if (polls.contains(checkpoint.sweep().key())) {
            return "cut short, and a later sweep of its poll goes on";
        }
        Ticks ticks = Ticks.of(route);
        // a tick that was skipped while it ran is told of
        Instant told = state.lastTick(id.key());
        Instant last = told == null || told.isBefore(id.scheduledAt()) ? id.scheduledAt() : told;
        Instant next = ticks == null ? null : ticks.firstAfter(last);
        return next != null && !next.isAfter(clock.instant())
                ? "cut short, and its poll was due again before it could go on"
                : null;
    }

    private void resume(Checkpoint checkpoint) {
        Exception thrown = runner.run(checkpoint.sweep().poll(), PollRun.resume(checkpoint));
        if (thrown != null) {
            LOG.error("{} was cut and could not be resumed", checkpoint.sweep(), thrown);
        }
    }
}
