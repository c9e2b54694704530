package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.records.Owner;
import org.simrelay.sweep.SweepId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What fell due while no process had an account: late and not lost. The last tick of each poll begins its sweep now, under the time
 * that it was due; those before are one record, skipped.
 */
public final class MissedTicks {

    private static final Logger LOG = LoggerFactory.getLogger(MissedTicks.class);

    private final CamelContext context;
    private final Sweeps sweeps;
    private final Clock clock;
    private final Instant here;
    private final PollRunner runner;

    /** @param here since when this process has been ready: an earlier tick of a poll that never ran is none */
    public MissedTicks(CamelContext context, Sweeps sweeps, Clock clock, Instant here) {
        this.context = context;
        this.sweeps = sweeps;
        this.clock = clock;
        this.here = here;
        this.runner = new PollRunner(context);
    }

    /** Begins those of an account, {@code /<vendor>/<account>}, each in a thread of its own. */
    public void begin(Collection<String> polls, String account, SavedState state) {
        for (String poll : polls) {
            String vendor = RouteFiles.vendor(poll);
            String prefix = "/" + vendor + "/";
            Route route = context.getRoute(poll);
            Ticks ticks = route == null ? null : Ticks.of(route);
            if (ticks != null && account.startsWith(prefix)) {
                begin(poll, account.substring(prefix.length()), ticks, since(poll, account, state));
            }
        }
    }

    private Instant since(String poll, String account, SavedState state) {
        String name = account.substring(account.lastIndexOf('/') + 1);
        Instant told = state.lastTick(SweepId.key(poll, name));
        if (told != null) {
            return told;
        }
        Owner before = state.owners().get(account);
        return before != null && before.since().isAfter(here) ? before.since() : here;
    }

    private void begin(String poll, String account, Ticks ticks, Instant since) {
        Instant last = ticks.lastWithin(since, clock.instant());
        Instant first = ticks.firstAfter(since);
        if (last == null || first == null) {
            return;
        }
        Instant next = ticks.firstAfter(last);
        PollRun run = PollRun.late(last, account, next == null ? null : Duration.between(last, next));
        Thread thread = new Thread(() -> run(poll, account, run, first), "late-" + SweepId.key(poll, account));
        thread.setDaemon(true);
        thread.start();
    }

    private void run(String poll, String account, PollRun run, @Nullable Instant first) {
        SweepId id = new SweepId(poll, account, run.at());
        if (first != null && first.isBefore(run.at())) {
            sweeps.missed(poll, account, first, "no process had its account then; " + id + " begins in its place");
        }
        LOG.info("{} fell due while no process had its account, and begins now", id);
        Exception thrown = runner.run(poll, run);
        if (thrown != null) {
            LOG.error("{} could not begin", id, thrown);
        }
    }
}
