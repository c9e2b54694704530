package org.simrelay.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock for durations alone. */
class MonotonicClockTest {

    @Test
    void goesOnAndIsNotTheMachines() {
        MonotonicClock clock = new MonotonicClock();
        Instant first = clock.instant();
        assertThat(clock.instant()).isAfterOrEqualTo(first);
        assertThat(clock.millis()).isBetween(first.toEpochMilli(), 60_000L);
    }
}
