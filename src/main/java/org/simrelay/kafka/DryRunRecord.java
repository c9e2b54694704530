package org.simrelay.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that would have been published, as a subscriber would read it.
 *
 * @param topic where to
 * @param key the record's key
 * @param value JSON; empty where it has none, a tombstone
 * @param headers by name; one that stands twice has both values
 */
public record DryRunRecord(String topic, String key, String value, Map<String, String> headers) {

    static DryRunRecord of(String topic, Object key, byte @Nullable [] value, Headers headers) {
        Map<String, String> texts = new TreeMap<>();
        headers.forEach(header -> texts.merge(header.key(), text(header.value()), (one, two) -> one + " and " + two));
        return new DryRunRecord(topic, String.valueOf(key), value == null ? "" : text(value), texts);
    }

    static DryRunRecord of(ProducerRecord<byte[], byte[]> record) {
        return of(record.topic(), text(record.key()), record.value(), record.headers());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
