package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;

/** When polls were complete last. */
class LastEndsTest {

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
    private final LastEnds ends = new LastEnds(clock);

    @Test
    void noEndIsOfTheFutureSoThatItsAgeGrows() {
        Instant before = Instant.parse("2026-11-22T07:30:00Z");
        ends.restore(Map.of("iotbos-usage", before, "iotbos-state", Instant.parse("2026-11-22T16:00:00Z")));
        assertThat(ends.completeAt("iotbos-usage")).isEqualTo(before);
        assertThat(ends.completeAt("iotbos-state")).isEqualTo(clock.instant());

        clock.move(Duration.ofMinutes(-10));
        ends.clockSetBack();
        assertThat(ends.completeAt("iotbos-usage")).isEqualTo(before);
        assertThat(ends.completeAt("iotbos-state")).isEqualTo(clock.instant());
    }
}
