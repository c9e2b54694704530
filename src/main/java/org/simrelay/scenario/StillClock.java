package org.simrelay.scenario;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved on, so that ids and times of records are known beforehand. */
final class StillClock extends Clock {

    private final AtomicReference<Instant> now;
    private final AtomicReference<Duration> wasSet = new AtomicReference<>(Duration.ZERO);

    StillClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    void forward(Duration step) {
        now.updateAndGet(before -> before.plus(step));
    }

    /** Sets it forward: no time has passed, so what is under way does not take longer for it. */
    void set(Duration step) {
        forward(step);
        wasSet.updateAndGet(before -> before.plus(step));
    }

    /** One for durations: it moves with this one but where this is set, and goes on meanwhile as time does. */
    Clock going() {
        long begun = System.nanoTime();
        return new Clock() {
            @Override
            public Instant instant() {
                return StillClock.this.instant().minus(wasSet.get()).plusNanos(System.nanoTime() - begun);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return fixed(instant(), zone);
    }
}
