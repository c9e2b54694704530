package org.simrelay.sweep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a sweep is, and how long it may still take at the pace that it has had since this run began it.
 *
 * @param published cards that Kafka acknowledged
 * @param failed cards in sim.failures
 * @param expected cards that it is to publish; null before that is known
 * @param left until its end; null before that can be told
 */
public record Forecast(long published, long failed, @Nullable Long expected, @Nullable Duration left) {

    /** How much of a sweep is done now, to be given to {@link #of}: of a list that is read several times each reading counts. */
    public static long done(Sweep sweep) {
        Counts counts = sweep.counts();
        RequestQueue requests = sweep.requests();
        boolean readAgain = requests != null && requests.status().passes() > 1;
        return counts.upToDate() + counts.failed.get() + (readAgain ? counts.duplicates.get() : 0);
    }

    /**
     * Of a sweep that runs.
     *
     * @param before what was done of it when this run began it
     * @param elapsed since then
     */
    public static Forecast of(Sweep sweep, long before, Duration elapsed) {
        RequestQueue requests = sweep.requests();
        SourceStatus status = requests == null ? null : requests.status();
        Long expected = status == null ? null : status.expected();
        Counts counts = sweep.counts();
        long done = done(sweep);
        Duration left = null;
        if (status != null && expected != null && done > before) {
            long all = Math.max(done, expected * Math.max(1, status.passes()));
            double rest = (double) (all - done) / (done - before);
            left = Duration.ofMillis(Math.round(elapsed.toMillis() * rest));
        }
        return new Forecast(counts.published.get(), counts.failed.get(), expected, left);
    }
}
