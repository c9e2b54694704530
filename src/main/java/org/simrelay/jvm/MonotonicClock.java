package org.simrelay.jvm;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock for durations: it never goes back and never leaps, whatever is done to the machine's. Its instants mean nothing
 * but their distance; what is published or compared with a vendor's times comes from another clock.
 */
public final class MonotonicClock extends Clock {

    // far from both ends of time, so that any duration can be added or taken away
    private static final Instant BEGIN = Instant.EPOCH;

    private final long begun = System.nanoTime();

    @Override
    public Instant instant() {
        return BEGIN.plusNanos(System.nanoTime() - begun);
    }

    @Override
    public long millis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException since its instants belong to no zone */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a monotonic clock knows no zone");
    }
}
