package org.simrelay.jvm;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns when the machine's clock was set: asked every second, it compares how far that and the monotonic one have come. */
public final class ClockWatch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    // a clock that is only slewed differs by less than a millisecond between two looks
    private static final long MOST_APART_MILLIS = 1000;

    private final Clock clock;
    private final Clock monotonic;
    private final Runnable whenSetBack;
    private long ahead;

    /**
     * @param clock the machine's
     * @param monotonic what it is compared with
     * @param whenSetBack run each time that the clock was set back: what waits for a time would wait so much longer
     */
    public ClockWatch(Clock clock, Clock monotonic, Runnable whenSetBack) {
        this.clock = clock;
        this.monotonic = monotonic;
        this.whenSetBack = whenSetBack;
        this.ahead = ahead();
    }

    @Override
    public void run() {
        long now = ahead();
        long leap = now - ahead;
        ahead = now;
        if (Math.abs(leap) >= MOST_APART_MILLIS) {
            LOG.warn(
                    "the machine's clock was set {} by {}, or the machine was asleep: sweeps are named, and signed requests"
                            + " dated, by the new time; durations go on by another clock",
                    leap > 0 ? "forward" : "back",
                    Duration.ofMillis(Math.abs(leap)).toString().substring(2).toLowerCase(java.util.Locale.ROOT));
        }
        if (leap <= -MOST_APART_MILLIS) {
            whenSetBack.run();
        }
    }

    private long ahead() {
        return clock.millis() - monotonic.millis();
    }
}
