package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.kafka.Topics;
import org.simrelay.records.Json;

/** Open failures are counted by what the topic says last of each. */
class OpenFailureCountTest {

    private final AtomicBoolean isRead = new AtomicBoolean();
    private final OpenFailureCount count = new OpenFailureCount(Json.MAPPER, isRead::get);

    private void said(String id, @Nullable String value) {
        count.take(new ConsumerRecord<>(
                Topics.FAILURES, 0, 0, id, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
    }

    private static String failure(String id, String key, String status) {
        return "{\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"sweep\":\"" + key
                + "@2026-11-22T08:00:00Z\",\"poll\":\"iotbos-usage\",\"cards\":null}";
    }

    @Test
    void eachByItsPollAndAccountUntilItIsClosed() {
        assertThat(count.of("iotbos-usage"))
                .as("before the topic has been read")
                .isNull();
        isRead.set(true);
        said("a", failure("a", "iotbos-usage", "open"));
        said("b", failure("b", "iotbos-usage", "open"));
        said("c", failure("c", "iotbos-usage.north", "open"));
        // said again, as an aborted transaction's records are
        said("b", failure("b", "iotbos-usage", "open"));
        said("x", "no failure");
        assertThat(count.of("iotbos-usage")).isEqualTo(2);
        assertThat(count.of("iotbos-usage.north")).isEqualTo(1);
        said("a", failure("a", "iotbos-usage", "done"));
        said("c", null);
        said("c", null);
        assertThat(count.of("iotbos-usage")).isEqualTo(1);
        assertThat(count.of("iotbos-usage.north")).isZero();
        assertThat(count.of("iotbos-balance")).isZero();
    }
}
