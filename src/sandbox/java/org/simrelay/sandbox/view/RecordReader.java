package org.simrelay.sandbox.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads all sim.* topics but the checkpoints, which are the service's own, from their beginning, those too that appear later. For one thread. */
public final class RecordReader implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(2);

    /** Decimals keep their digits: 1.00 is shown as it was published. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Consumer<String, byte[]> consumer;

    public RecordReader(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "sandbox-view-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                // how soon a topic that has just been created is seen
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                1_000,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(Pattern.compile("sim\\.(?!checkpoints$).*"));
    }

    /** The records that came within {@code bound}, in the order of their times: those of a sweep come from several topics. */
    public List<SimRecord> poll(Duration bound) {
        List<SimRecord> records = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(bound)) {
            records.add(new SimRecord(record.topic(), record.timestamp(), sweep(record), value(record.value())));
        }
        records.sort(Comparator.comparingLong(SimRecord::timestamp));
        return records;
    }

    @Override
    public void close() {
        consumer.close(CLOSE);
    }

    private static @Nullable String sweep(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_sweep");
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private JsonNode value(byte @Nullable [] bytes) {
        if (bytes == null) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
