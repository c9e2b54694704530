package org.simrelay.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.jspecify.annotations.Nullable;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timers of all polls, on one Quartz scheduler. */
public final class Timers {

    /** Quartz's own properties: its defaults, but for the threads. */
    public static final Map<String, String> QUARTZ = Map.of(
            "org.quartz.threadPool.class",
            TimerThreads.class.getName(),
            "org.quartz.jobStore.misfireThreshold",
            "60000");

    /** Where the vendors are. */
    public static final ZoneId VENDORS_ZONE = ZoneId.of("Asia/Shanghai");

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private Timers() {}

    /** They fire from now on. */
    public static void start(CamelContext context) {
        try {
            scheduler(context).start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot start its timers", e);
        }
    }

    /** They fire no more. */
    public static void stop(CamelContext context) {
        try {
            scheduler(context).standby();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot stop its timers", e);
        }
    }

    /**
     * The clock was set back: each fires at its next tick from now. Quartz would keep the one that it had found by the clock as it was,
     * and be silent until then.
     */
    public static void again(CamelContext context) {
        for (Route route : context.getRoutes()) {
            Trigger trigger = trigger(context, route.getRouteId());
            if (trigger instanceof CronTrigger) {
                try {
                    // in place of itself; null where a reload has taken it away meanwhile
                    var unused = scheduler(context)
                            .rescheduleJob(
                                    trigger.getKey(),
                                    trigger.getTriggerBuilder().startNow().build());
                } catch (SchedulerException e) {
                    LOG.error("the timer of {} waits for a time of the clock as it was", route.getRouteId(), e);
                }
            }
        }
    }

    /** How long after it fires next a poll's timer fires again; null where it does not. */
    public static @Nullable Duration period(CamelContext context, String poll, Instant now) {
        Trigger trigger = trigger(context, poll);
        Date next = trigger == null ? null : trigger.getFireTimeAfter(Date.from(now));
        Date then = trigger == null || next == null ? null : trigger.getFireTimeAfter(next);
        return next == null || then == null ? null : Duration.between(next.toInstant(), then.toInstant());
    }

    /** When a poll's timer fires next after this, in the timer's own zone; null where it does not. */
    public static @Nullable ZonedDateTime next(CamelContext context, String poll, Instant now) {
        Trigger trigger = trigger(context, poll);
        Date next = trigger == null ? null : trigger.getFireTimeAfter(Date.from(now));
        ZoneId zone = trigger instanceof CronTrigger cron ? cron.getTimeZone().toZoneId() : VENDORS_ZONE;
        return next == null ? null : next.toInstant().atZone(zone);
    }

    private static @Nullable Trigger trigger(CamelContext context, String poll) {
        Route route = context.getRoute(poll);
        if (route == null || !(route.getEndpoint() instanceof QuartzEndpoint timer)) {
            return null;
        }
        try {
            return scheduler(context).getTrigger(timer.getTriggerKey());
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot say when " + poll + " runs", e);
        }
    }

    /** When a poll's timer fires next; null where it has none, or timers do not fire. */
    public static @Nullable Instant next(CamelContext context, String poll) {
        Route route = context.getRoute(poll);
        if (route == null || !(route.getEndpoint() instanceof QuartzEndpoint timer)) {
            return null;
        }
        try {
            Scheduler scheduler = scheduler(context);
            Trigger trigger = scheduler.isInStandbyMode() ? null : scheduler.getTrigger(timer.getTriggerKey());
            Date next = trigger == null ? null : trigger.getNextFireTime();
            return next == null ? null : next.toInstant();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot say when " + poll + " runs", e);
        }
    }

    private static Scheduler scheduler(CamelContext context) {
        return context.getComponent("quartz", QuartzComponent.class).getScheduler();
    }
}
