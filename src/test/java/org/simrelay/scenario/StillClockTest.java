package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A clock that is set takes no time for it, whenever durations are read. */
class StillClockTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final StillClock clock = new StillClock(START);

    @Test
    void standsUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(START);
        clock.forward(HOUR);
        clock.set(HOUR);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(HOUR));
    }

    @Test
    @Timeout(60)
    void noDurationGrowsWhileItIsSet() throws InterruptedException {
        Clock durations = clock.going();
        AtomicBoolean isSet = new AtomicBoolean();
        Thread setter = new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                clock.set(HOUR);
            }
            isSet.set(true);
        });
        setter.start();
        boolean grew = false;
        while (!isSet.get()) {
            grew |= durations.instant().isAfter(START.plus(HOUR));
        }
        setter.join();
        assertThat(grew).isFalse();
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR.multipliedBy(20_000)));
    }
}
