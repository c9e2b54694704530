package org.simrelay.account;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;

/** An account's requests a second: an even stream, in which each call waits for its turn. */
final class Pace {

    // within so long calls may go out together: a refill brings as many
    private static final long REFILL_MILLIS = 20;

    private final double perSecond;
    private final Clock monotonic;
    private final Bucket bucket;

    /** @param perSecond above zero */
    Pace(double perSecond, Clock monotonic) {
        this.perSecond = perSecond;
        this.monotonic = monotonic;
        // a request a refill keeps the stream even; a burst is at most what one refill of 20 ms brings
        long burst = Math.max(1, Math.round(perSecond * REFILL_MILLIS / 1000d));
        Duration refill = Duration.ofNanos(Math.round(burst * 1_000_000_000d / perSecond));
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, refill))
                // by the machine's clock, one that was set back would bring no more refills until it is past again
                .withNanosecondPrecision()
                .build();
    }

    /** Waits for a turn; gives when it came, by the monotonic clock. */
    long acquire() throws InterruptedException {
        bucket.asBlocking().consume(1);
        return monotonic.millis();
    }

    /** Right before a call goes out: where its turn is so long over that others may go out with it, it waits for another. */
    void keep(long acquiredAt) throws InterruptedException {
        if (monotonic.millis() - acquiredAt > REFILL_MILLIS) {
            var unusedTurn = acquire();
        }
    }

    double perSecond() {
        return perSecond;
    }
}
