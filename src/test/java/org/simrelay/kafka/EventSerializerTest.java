package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Read by the CloudEvents SDK, a record is the event it was made of. */
class EventSerializerTest {

    private final EventSerializer serializer = new EventSerializer();
    private static final Instant TIME = Instant.parse("2026-11-22T08:00:00.120Z");

    private final EventAttributes attributes =
            new EventAttributes("simrelay.usage.v1", "/iotbos/main", "iotbos-usage@now");

    private CloudEvent read(Event event) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = serializer.serialize("sim.usage", headers, event);
        try (CloudEventDeserializer sdk = new CloudEventDeserializer()) {
            return sdk.deserialize("sim.usage", headers, value);
        }
    }

    @Test
    void everyAttributeIsReadBack() {
        CloudEvent event = read(attributes
                .at(TIME)
                .event("iotbos-usage@now/1064", "1064", "{\"card\":\"1064\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo("iotbos-usage@now/1064");
        assertThat(event.getSource()).isEqualTo(URI.create("/iotbos/main"));
        assertThat(event.getType()).isEqualTo("simrelay.usage.v1");
        assertThat(event.getSubject()).isEqualTo("1064");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-22T08:00:00.120Z"));
        assertThat(event.getExtension("sweep")).isEqualTo("iotbos-usage@now");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(Objects.requireNonNull(event.getData()).toBytes()).asString().isEqualTo("{\"card\":\"1064\"}");
    }

    @Test
    void eventsOfOneSweepKeepTheirOwnIdsAndTimes() {
        Event first = attributes.at(TIME).event("s/1", "1", new byte[0]);
        Event second = attributes.at(TIME.plusMillis(1)).event("s/2", "2", new byte[0]);
        read(first);
        assertThat(read(second).getId()).isEqualTo("s/2");
        assertThat(read(second).getTime()).isEqualTo(OffsetDateTime.parse("2026-11-22T08:00:00.121Z"));
        assertThat(read(first).getSubject()).isEqualTo("1");
        assertThat(read(first).getTime()).isEqualTo(OffsetDateTime.parse("2026-11-22T08:00:00.120Z"));
    }

    @Test
    void withoutHeadersNothingIsWritten() {
        assertThatThrownBy(() -> serializer.serialize("t", attributes.at(TIME).event("s/1", "1", new byte[0])))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
