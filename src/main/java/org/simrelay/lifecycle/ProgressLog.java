package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.simrelay.sweep.Forecast;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once a minute of each sweep that takes longer how far it is, and when it may end. Thread-safe. */
public final class ProgressLog implements SweepListener, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX", Locale.ROOT);

    private final Clock clock;
    private final ZoneId zone;
    private final Map<Sweep, Tracked> running = new ConcurrentHashMap<>();

    /** Since when a sweep runs, how much of it was done before, and how many lines it has had. */
    private record Tracked(Instant since, long before, long lines) {}

    /**
     * @param clock the machine's
     * @param zone in which the end is said
     */
    public ProgressLog(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Says what is due; to be called once a second. */
    @Override
    public void run() {
        running.forEach(this::look);
    }

    private void look(Sweep sweep, Tracked tracked) {
        Duration elapsed =
                Duration.between(tracked.since(), sweep.account().monotonic().instant());
        long minutes = elapsed.dividedBy(EVERY);
        if (minutes <= tracked.lines()
                || !running.replace(sweep, tracked, new Tracked(tracked.since(), tracked.before(), minutes))) {
            return;
        }
        Forecast forecast = Forecast.of(sweep, tracked.before(), elapsed);
        Duration left = forecast.left();
        LOG.info(
                "{}: {} of {} published, {}{} failed, ends about {}",
                sweep,
                forecast.published(),
                forecast.expected() == null ? "(not known yet)" : forecast.expected(),
                sweep.cardEvents().changes() == null ? "" : sweep.counts().unchanged + " unchanged, ",
                forecast.failed(),
                left == null
                        ? "(not known yet)"
                        : TO_THE_MINUTE.format(clock.instant().plus(left).atZone(zone)));
    }

    @Override
    public void begun(Sweep sweep, boolean resumed) {
        if (sweep.preview() == null) {
            running.put(sweep, new Tracked(sweep.account().monotonic().instant(), Forecast.done(sweep), 0));
        }
    }

    @Override
    public void ended(Sweep sweep, SweepEnd end) {
        running.remove(sweep);
    }

    @Override
    public void suspended(Sweep sweep) {
        running.remove(sweep);
    }

    @Override
    public void lost(Sweep sweep) {
        running.remove(sweep);
    }
}
