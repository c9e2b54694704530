package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sweep's id says, and what is read from it again. */
class SweepIdTest {

    private static final Instant DUE = Instant.parse("2026-11-30T16:30:00Z");

    @Test
    void saysPollAccountTimeAndWhetherItIsAReplay() {
        assertThat(new SweepId("iotbos-usage", DUE)).hasToString("iotbos-usage@2026-11-30T16:30:00Z");
        assertThat(new SweepId("iotbos-usage", "north", DUE, true))
                .hasToString("iotbos-usage.north@2026-11-30T16:30:00Z/replay");
    }

    @ParameterizedTest
    @CsvSource({
        "iotbos-usage@2026-11-30T16:30:00Z, iotbos-usage",
        "iotbos-usage.north@2026-11-30T16:30:00Z, iotbos-usage.north",
        "iotbos-usage.north@2026-11-30T16:30:00Z/replay, iotbos-usage.north",
        "iotbos-usage@, iotbos-usage",
        "iotbos-usage,",
    })
    void itsKeyIsRead(String id, String key) {
        assertThat(SweepId.keyOf(id)).isEqualTo(key);
    }

    @Test
    void itsTimeIsRead() {
        assertThat(SweepId.dueOf("iotbos-usage.north@2026-11-30T16:30:00Z")).isEqualTo(DUE);
        assertThat(SweepId.dueOf("iotbos-usage@2026-11-30T16:30:00.250Z")).isEqualTo(DUE.plusMillis(250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iotbos-usage@2026-11-30T16:30:00Z/replay",
                "iotbos-usage@2026-11-30",
                "iotbos-usage@",
                "iotbos-usage",
            })
    void anIdThatDoesNotEndInATimeHasNone(String id) {
        assertThat(SweepId.dueOf(id)).isNull();
    }
}
