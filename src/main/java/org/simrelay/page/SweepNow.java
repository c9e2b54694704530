package org.simrelay.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Checkpoint;
import org.simrelay.sweep.Forecast;
import org.simrelay.sweep.Sweep;

/**
 * A sweep that runs.
 *
 * @param expected the cards it is to publish; null while that is not known
 * @param unchanged cards that were not published, since their last event says the same
 * @param expectedEnd at the speed so far; null where that says nothing yet
 */
record SweepNow(
        String sweep,
        Instant startedAt,
        @Nullable Long expected,
        long published,
        long unchanged,
        long failed,
        @Nullable Instant expectedEnd) {

    private static final Duration TOO_SOON = Duration.ofSeconds(2);

    /**
     * Where a sweep began in this process: one that is resumed had published some before.
     *
     * @param done of it by then, as {@link Forecast#done} counts
     */
    record Begun(Instant at, long done) {}

    /** How a sweep stands. */
    static SweepNow of(Sweep sweep, @Nullable Begun begun, Instant now) {
        Begun from = begun == null ? new Begun(sweep.startedAt(), 0) : begun;
        Duration took = Duration.between(from.at(), now);
        Forecast forecast = Forecast.of(sweep, from.done(), took);
        return new SweepNow(
                sweep.toString(),
                sweep.startedAt(),
                forecast.expected(),
                forecast.published(),
                forecast.unchanged(),
                forecast.failed(),
                expectedEnd(forecast.left(), took, now));
    }

    /** How a sweep of another process stood at its last checkpoint. */
    static SweepNow of(Checkpoint place) {
        return new SweepNow(
                place.sweep().toString(),
                place.startedAt(),
                place.expected(),
                place.acknowledged(),
                place.unchanged(),
                place.progress().failed(),
                null);
    }

    /** When a sweep that took so long will be over; null where that is too soon to tell, or nothing is left. */
    static @Nullable Instant expectedEnd(@Nullable Duration left, Duration took, Instant now) {
        return left == null || left.isZero() || took.compareTo(TOO_SOON) < 0 ? null : now.plus(left);
    }
}
