package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A pace is enough when the requests of all polls fit between one firing of their timers and the next. */
class PaceDemandTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final PaceDemand demand = new PaceDemand("iotbos.main", 5);

    private void poll(String poll, Duration again, long cards, int mostPerRequest) {
        demand.fires(poll, again);
        demand.takes(poll, cards, mostPerRequest);
    }

    @Test
    void whatJustFitsIsEnough() {
        poll("iotbos-usage", HALF_HOUR, 450_000, 50);
        assertThat(demand.takeWarning()).isNull();
    }

    @Test
    void oneRequestMoreIsTooMuch() {
        poll("iotbos-usage", HALF_HOUR, 450_001, 50);
        assertThat(demand.takeWarning())
                .contains("iotbos.main.requests-per-second is 5.0", "iotbos-usage: 9001 in 30m", "raise it");
    }

    @Test
    void thePollsOfAnAccountShareItsPace() {
        poll("iotbos-usage", HALF_HOUR, 300_000, 50);
        assertThat(demand.takeWarning()).isNull();
        poll("iotbos-state", Duration.ofHours(1), 900_000, 50);
        assertThat(demand.takeWarning())
                .contains("but 8.3 are needed", "iotbos-state: 18000 in 1h", "iotbos-usage: 6000 in 30m");
    }

    @Test
    void theSameIsSaidOnce() {
        poll("iotbos-usage", HALF_HOUR, 900_000, 50);
        assertThat(demand.takeWarning()).isNotNull();
        assertThat(demand.takeWarning()).isNull();
        demand.takes("iotbos-usage", 950_000, 50);
        assertThat(demand.takeWarning()).contains("19000");
    }

    @Test
    void aPollWithoutATimerNeedsNothing() {
        demand.takes("iotbos-usage", 900_000_000, 50);
        assertThat(demand.takeWarning()).isNull();
    }
}
