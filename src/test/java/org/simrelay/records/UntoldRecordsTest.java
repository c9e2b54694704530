package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.kafka.Topics;

/** What could not be told is told in the order it was said. */
class UntoldRecordsTest {

    private static LedgerEntry entry(String id) {
        EventAttributes attributes = new EventAttributes("simrelay.test.v1", "/iotbos/main", "iotbos-usage@x");
        return new LedgerEntry(
                "/iotbos/main",
                "iotbos-usage@x",
                Topics.SWEEPS,
                id,
                attributes.at(Instant.EPOCH).event(id, id, new byte[] {'{', '}'}));
    }

    @Test
    void whatAnEarlierProcessLeftGoesFirstThoughItsClockWasAhead() {
        UntoldRecords earlier = new UntoldRecords(2_000);
        Untold first = earlier.of(entry("first"));
        UntoldRecords now = new UntoldRecords(1_000);
        now.restore(List.of(first));
        Untold second = now.of(entry("second"));
        now.add(second);
        UntoldRecords next = new UntoldRecords(500);
        next.restore(List.of(second, first));
        assertThat(next.all()).extracting(Untold::id).containsExactly("first", "second");
    }
}
