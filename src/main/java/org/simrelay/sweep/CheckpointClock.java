package org.simrelay.sweep;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** When a sweep's last checkpoint was. Thread-safe: of several that ask at once, one is to write it. */
public final class CheckpointClock {

    private final Sweep sweep;
    private final Clock monotonic;
    private final AtomicLong lastMillis;

    CheckpointClock(Sweep sweep, Clock monotonic) {
        this.sweep = sweep;
        this.monotonic = monotonic;
        this.lastMillis = new AtomicLong(monotonic.millis());
    }

    /** True where the last checkpoint is older than the interval; then now is the time of the last. Never for a preview. */
    public boolean tryClaim(Duration interval) {
        long last = lastMillis.get();
        long now = monotonic.millis();
        return sweep.preview() == null
                // what is kept for Kafka must arrive before a checkpoint that counts it
                && !sweep.stopped()
                && now > last + interval.toMillis()
                && lastMillis.compareAndSet(last, now);
    }
}
