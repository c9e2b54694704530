package org.simrelay.chaos.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as a subscriber reads it. */
public record Read(String topic, String key, String text, JsonNode value, Map<String, String> headers) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(new com.fasterxml.jackson.databind.node.JsonNodeFactory(true));

    static Read of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), text(h.value())));
        String text = text(record.value());
        return new Read(record.topic(), text(record.key()), text, json(text), headers);
    }

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    /** The sweep that it belongs to. */
    public String sweep() {
        return headers.getOrDefault("ce_sweep", field("sweep"));
    }

    /** A field of the value as text; empty if it is null or not there. */
    public String field(String name) {
        return value.path(name).asText("").equals("null")
                ? ""
                : value.path(name).asText("");
    }

    /** Everything that a search for secrets should see. */
    String all() {
        return key + " " + text + " " + headers;
    }

    /** Short enough for a report. */
    @Override
    public String toString() {
        String shown = text.length() > 700 ? text.substring(0, 700) + "…" : text;
        return topic + " " + id() + " " + shown;
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? JSON.createObjectNode() : node;
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
