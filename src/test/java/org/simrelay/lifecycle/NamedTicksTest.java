package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A sweep is named by its tick, and no name is given twice: by this process, by one before, or by one whose clock is ahead. */
class NamedTicksTest {

    private static final String KEY = "iotbos-usage";
    private static final Instant TICK = Instant.parse("2026-11-22T08:30:00Z");
    private static final Instant BEFORE = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-22T09:00:00Z");

    private final NamedTicks ticks = new NamedTicks();

    @Test
    void aTickNamesASweepOnce() {
        assertThat(ticks.due(KEY, TICK, TICK.plusMillis(3))).isEqualTo(TICK);
        assertThat(ticks.due(KEY, TICK, TICK.plusMillis(9))).isNull();
        assertThat(ticks.due(KEY, NEXT, NEXT)).isEqualTo(NEXT);
        assertThat(ticks.due("iotbos-balance", TICK, TICK)).isEqualTo(TICK);
    }

    @Test
    void whatAnotherProcessHasToldOfIsNotBegunAgain() {
        ticks.told(KEY, TICK);
        assertThat(ticks.due(KEY, TICK, TICK.plusMillis(3))).isNull();
        assertThat(ticks.due(KEY, NEXT, NEXT)).isEqualTo(NEXT);
    }

    @Test
    void whatComesAgainBehindAClockThatWasAheadHasANameOfItsOwn() {
        ticks.told(KEY, TICK);
        assertThat(ticks.due(KEY, BEFORE, BEFORE.plusMillis(7))).isEqualTo(BEFORE.plusMillis(7));
        ticks.told(KEY, BEFORE);
        assertThat(ticks.due(KEY, TICK, TICK)).isEqualTo(TICK.plusMillis(1));
        assertThat(ticks.due(KEY, NEXT, NEXT)).isEqualTo(NEXT);
    }
}
