package org.simrelay.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.Forecast;
import org.simrelay.sweep.Sweep;

/** What is measured of the sweeps of one poll and account: what the sweep that runs counts, and the sum of those before. Thread-safe. */
final class PollMeters {

    private final Clock clock;
    private final Clock monotonic;
    private @Nullable Sweep running;
    private Instant begunAt = Instant.EPOCH;
    private long doneBefore;
    private long retries;
    private long logins;
    private long retriesBefore;
    private long loginsBefore;

    PollMeters(Clock clock, Clock monotonic) {
        this.clock = clock;
        this.monotonic = monotonic;
    }

    /** One begins, or goes on where an earlier run left it: what that run counted is not counted again. */
    synchronized void begun(Sweep sweep) {
        ended();
        running = sweep;
        begunAt = monotonic.instant();
        doneBefore = Forecast.done(sweep);
        retriesBefore = sweep.counts().retries.get();
        loginsBefore = sweep.counts().logins.get();
    }

    /** The one that runs is over, however. */
    synchronized void ended() {
        Sweep sweep = running;
        if (sweep != null) {
            retries = retries();
            logins = logins();
            running = null;
        }
    }

    synchronized long retries() {
        Counts counts = counts();
        return counts == null ? retries : retries + counts.retries.get() - retriesBefore;
    }

    synchronized long logins() {
        Counts counts = counts();
        return counts == null ? logins : logins + counts.logins.get() - loginsBefore;
    }

    private @Nullable Counts counts() {
        Sweep sweep = running;
        return sweep == null ? null : sweep.counts();
    }

    synchronized double isRunning() {
        return running == null ? 0 : 1;
    }

    /** Cards of the sweep that runs; NaN where none does. */
    double published() {
        Forecast now = forecast();
        return now == null ? Double.NaN : now.published();
    }

    /** As {@link #published}. */
    double unchanged() {
        Forecast now = forecast();
        return now == null ? Double.NaN : now.unchanged();
    }

    /** As {@link #published}. */
    double failed() {
        Forecast now = forecast();
        return now == null ? Double.NaN : now.failed();
    }

    /** As {@link #published}; NaN also before it is known. */
    double expected() {
        Forecast now = forecast();
        Long expected = now == null ? null : now.expected();
        return expected == null ? Double.NaN : expected;
    }

    /** When the sweep that runs will probably have ended, in seconds since 1970; NaN where that cannot be told. */
    double expectedEnd() {
        Forecast now = forecast();
        Duration left = now == null ? null : now.left();
        return left == null ? Double.NaN : clock.instant().plus(left).toEpochMilli() / 1e3;
    }

    private synchronized @Nullable Forecast forecast() {
        Sweep sweep = running;
        return sweep == null ? null : Forecast.of(sweep, doneBefore, Duration.between(begunAt, monotonic.instant()));
    }
}
