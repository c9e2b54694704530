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

    // one value: who reads durations while it is set must not see the one without the other
    private final AtomicReference<Times> times;

    /** @param wasSet how far it was set forward up to now */
    private record Times(Instant now, Duration wasSet) {}

    StillClock(Instant now) {
        this.times = new AtomicReference<>(new Times(now, Duration.ZERO));
    }

    void forward(Duration step) {
        times.updateAndGet(before -> new Times(before.now().plus(step), before.wasSet()));
    }

    /** Sets it forward: no time has passed, so what is under way does not take longer for it. */
    void set(Duration step) {
        times.updateAndGet(
                before -> new Times(before.now().plus(step), before.wasSet().plus(step)));
    }

    /** One for durations: it moves with this one but where this is set, and goes on meanwhile as time does. */
    Clock going() {
        long begun = System.nanoTime();
        return new Clock() {
            @Override
            public Instant instant() {
                Times read = Objects.requireNonNull(times.get());
                return read.now().minus(read.wasSet()).plusNanos(System.nanoTime() - begun);
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
        return Objects.requireNonNull(times.get()).now();
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
