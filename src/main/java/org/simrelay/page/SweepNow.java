package org.simrelay.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/**
 * A sweep that runs.
 *
 * @param expected the cards it is to publish; null while that is not known
 * @param expectedEnd at the speed so far; null where that says nothing yet
 */
record SweepNow(
        String sweep,
        Instant startedAt,
        @Nullable Long expected,
        long published,
        long failed,
        @Nullable Instant expectedEnd) {

    private static final Duration TOO_SOON = Duration.ofSeconds(2);

    /**
     * Where a sweep began in this process: one that is resumed had published some before.
     *
     * @param cards published or failed by then
     */
    record Begun(Instant at, long cards) {}

    /** How a sweep stands. */
    static SweepNow of(Sweep sweep, @Nullable Begun begun, Instant now) {
        RequestQueue requests = sweep.requests();
        Long expected = requests == null
                ? sweep.resumePoint().expected()
                : requests.status().expected();
        long published = sweep.counts().published.get();
        long failed = sweep.counts().failed.get();
        Begun from = begun == null ? new Begun(sweep.startedAt(), 0) : begun;
        return new SweepNow(
                sweep.toString(),
                sweep.startedAt(),
                expected,
                published,
                failed,
                expected == null ? null : expectedEnd(from, sweep.counts().upToDate() + failed, expected, now));
    }

    /** When so many cards will be done, if they go on coming as they did. */
    static @Nullable Instant expectedEnd(Begun from, long done, long expected, Instant now) {
        Duration took = Duration.between(from.at(), now);
        long here = done - from.cards();
        if (here <= 0 || done >= expected || took.compareTo(TOO_SOON) < 0) {
            return null;
        }
        double rest = (double) (expected - done) / here;
        return now.plusMillis(Math.round(took.toMillis() * rest));
    }
}
