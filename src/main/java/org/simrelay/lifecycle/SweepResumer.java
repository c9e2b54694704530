package org.simrelay.lifecycle;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
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

    /** Ends come first, so that no new sweep takes their place; then each goes on in a thread of its own. */
    public void resumeAll(Collection<Checkpoint> open) {
        Set<String> polls = new HashSet<>();
        List<Checkpoint> latestFirst = open.stream()
                .sorted(Comparator.comparing((Checkpoint cut) -> cut.sweep().scheduledAt())
                        .reversed())
                .toList();
        for (Checkpoint checkpoint : latestFirst) {
            Route route = context.getRoute(checkpoint.sweep().poll());
            String obstacle = obstacle(route, checkpoint, polls);
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
    private @Nullable String obstacle(@Nullable Route route, Checkpoint checkpoint, Set<String> polls) {
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
        return isDueAgain(route, checkpoint) ? "cut short, and its poll was due again before it could go on" : null;
    }

    private void resume(Checkpoint checkpoint) {
        Exception thrown = runner.run(checkpoint.sweep().poll(), PollRun.resume(checkpoint));
        if (thrown != null) {
            LOG.error("{} was cut and could not be resumed", checkpoint.sweep(), thrown);
        }
    }

    private boolean isDueAgain(Route route, Checkpoint checkpoint) {
        if (!(route.getEndpoint() instanceof QuartzEndpoint timer)) {
            return false;
        }
        try {
            CronExpression cron = new CronExpression(timer.getCron());
            Object zone = timer.getTriggerParameters().get("timeZone");
            cron.setTimeZone(TimeZone.getTimeZone(String.valueOf(zone)));
            Date next = cron.getNextValidTimeAfter(Date.from(checkpoint.sweep().scheduledAt()));
            Instant now = clock.instant();
            return next != null && !next.toInstant().isAfter(now);
        } catch (ParseException e) {
            throw new IllegalStateException("Camel took a cron that Quartz cannot read", e);
        }
    }
}
