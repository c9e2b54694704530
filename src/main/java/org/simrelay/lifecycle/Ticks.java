package org.simrelay.lifecycle;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** When a poll's timer fires, asked of its cron alone, whether or not it runs. */
public final class Ticks {

    private static final int MOST_STEPS = 10_000;
    // a tick a year, also where a leap year lies between
    private static final Duration LONGEST = Duration.ofDays(2 * 366);

    private final CronExpression cron;

    private Ticks(CronExpression cron) {
        this.cron = cron;
    }

    /** Those of a poll's route; null where no timer begins it. */
    public static @Nullable Ticks of(Route route) {
        if (!(route.getEndpoint() instanceof QuartzEndpoint timer) || timer.getCron() == null) {
            return null;
        }
        try {
            CronExpression cron = new CronExpression(timer.getCron());
            Object zone = timer.getTriggerParameters().get("timeZone");
            cron.setTimeZone(TimeZone.getTimeZone(String.valueOf(zone)));
            return new Ticks(cron);
        } catch (ParseException e) {
            throw new IllegalStateException("Camel took a cron that Quartz cannot read", e);
        }
    }

    /** The first one after this moment; null where there is none. */
    public @Nullable Instant firstAfter(Instant moment) {
        Date next = cron.getNextValidTimeAfter(Date.from(moment));
        return next == null ? null : next.toInstant();
    }

    /** The last one after {@code moment} and not after {@code now}; null where there is none. */
    public @Nullable Instant lastWithin(Instant moment, Instant now) {
        Instant first = firstAfter(moment);
        if (first == null || first.isAfter(now)) {
            return null;
        }
        // from the end, in growing strides: years of ticks may lie between
        Instant from = moment;
        for (Duration back = Duration.ofSeconds(1); now.minus(back).isAfter(moment); back = back.multipliedBy(2)) {
            Instant tick = firstAfter(now.minus(back));
            if (tick != null && !tick.isAfter(now)) {
                from = now.minus(back);
                break;
            }
        }
        Instant last = firstAfter(from);
        for (int step = 0; step < MOST_STEPS && last != null; step++) {
            Instant next = firstAfter(last);
            if (next == null || next.isAfter(now)) {
                return last;
            }
            last = next;
        }
        return last;
    }

    /**
     * How far apart they are around this moment: the longer of the spans from the last but one to the last, and from that to the next. What a
     * complete sweep a tick leaves behind is never older than twice that, however uneven the cron is: nights, weekends, {@code 0/45}. Null
     * where it does not fire any more.
     */
    public @Nullable Duration apart(Instant now) {
        Instant next = firstAfter(now);
        if (next == null) {
            return null;
        }
        Instant last = lastWithin(now.minus(LONGEST), now);
        if (last == null) {
            Instant then = firstAfter(next);
            return then == null ? null : Duration.between(next, then);
        }
        Duration ahead = Duration.between(last, next);
        Instant before = lastWithin(last.minus(LONGEST), last.minusSeconds(1));
        Duration behind = before == null ? ahead : Duration.between(before, last);
        return behind.compareTo(ahead) > 0 ? behind : ahead;
    }
}
