package org.simrelay.sweep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a sweep is, and how long it may still take at the pace that it has had since this run began it.
 *
 * @param published cards that Kafka acknowledged
 * @param unchanged cards whose last event says the same
 * @param failed cards in sim.failures
 * @param expected cards that it is to publish; null before that is known
 * @param left until its end; null before that can be told
 */
public record Forecast(long published, long unchanged, long failed, @Nullable Long expected, @Nullable Duration left) {

    /** How much of a sweep is done now, to be given to {@link #of}: of a list that is read several times each reading counts. */
    public static long done(Sweep sweep) {
        Counts counts = sweep.counts();
        RequestQueue requests = sweep.requests();
        boolean readAgain = requests != null && requests.status().passes() > 1;
        return counts.upToDate() + counts.failed.get() + (readAgain ? counts.duplicates.get() : 0);
    }

    /** The cards that a sweep is to publish: as its source knows, before it has one as an earlier run knew; null where none does. */
    public static @Nullable Long expected(Sweep sweep) {
        RequestQueue requests = sweep.requests();
        return requests == null
                ? sweep.resumePoint().expected()
                : requests.status().expected();
    }

    /**
     * Of a sweep that runs.
     *
     * @param before what was done of it when this run began it
     * @param elapsed since then
     */
    public static Forecast of(Sweep sweep, long before, Duration elapsed) {
        RequestQueue requests = sweep.requests();
        int passes = requests == null ? 1 : Math.max(1, requests.status().passes());
        Long expected = expected(sweep);
        Counts counts = sweep.counts();
        Duration left = expected == null ? null : left(done(sweep), before, expected * passes, elapsed);
        return new Forecast(counts.published.get(), counts.unchanged.get(), counts.failed.get(), expected, left);
    }

    /** How long the rest takes if it goes on as it went; null where nothing was done that tells. */
    public static @Nullable Duration left(long done, long before, long all, Duration elapsed) {
        if (done <= before) {
            return null;
        }
        double rest = (double) Math.max(0, all - done) / (done - before);
        return Duration.ofMillis(Math.round(elapsed.toMillis() * rest));
    }
}
