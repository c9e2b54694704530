package org.simrelay.account;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many bytes of records the sweeps that run may have on their way to Kafka: the same for each, and together far less than the
 * producer's buffer. What waits for an acknowledgement outlives the collector's youngest generation; with a bound for each
 * sweep alone, six at once spent a quarter of their time on that.
 */
public final class InFlightBytes {

    private static final long MOST_BYTES = 4L << 20;

    private final AtomicInteger sweeps = new AtomicInteger();

    /** A sweep asks from now on. */
    public void begun() {
        sweeps.incrementAndGet();
    }

    /** It has ended. */
    public void ended() {
        sweeps.decrementAndGet();
    }

    /** Sweeps that ask now. */
    public int sweeps() {
        return sweeps.get();
    }

    /** What one sweep may have on its way, in bytes. */
    public long each() {
        return MOST_BYTES / Math.max(1, sweeps.get());
    }
}
