package org.simrelay.cluster;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long this process may still act as a member of the group: a second less than Kafka keeps it as one, from the last heartbeat that
 * is known to have been answered. By two clocks, since one stands still in a machine that is suspended. Thread-safe.
 */
final class LeaseClock {

    /** How long Kafka keeps a member that is silent; what brokers allow at least by default. */
    static final Duration SESSION = Duration.ofSeconds(6);

    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final long LENGTH_MILLIS = SESSION.minus(MARGIN).toMillis();

    /** A moment by both clocks. */
    record Moment(long nanos, long millis) {}

    private final LongSupplier nanos;
    private final Clock wall;
    private volatile Moment renewed;
    private volatile boolean over = true;

    /**
     * @param nanos a monotonic clock
     * @param wall the machine's
     */
    LeaseClock(LongSupplier nanos, Clock wall) {
        this.nanos = nanos;
        this.wall = wall;
        this.renewed = now();
    }

    Moment now() {
        return new Moment(nanos.getAsLong(), wall.millis());
    }

    /** Kafka has answered what was asked at this moment at the earliest. */
    void renew(Moment asked) {
        if (over || asked.nanos() - renewed.nanos() > 0) {
            renewed = asked;
            over = false;
        }
    }

    /** Whether it runs. */
    boolean holds() {
        return !over && age().toMillis() < LENGTH_MILLIS;
    }

    /** How long ago Kafka was last known to know this member, by the clock that says longer. */
    Duration age() {
        Moment last = renewed;
        Moment now = now();
        long byNanos = (now.nanos() - last.nanos()) / 1_000_000;
        return Duration.ofMillis(Math.max(byNanos, now.millis() - last.millis()));
    }
}
