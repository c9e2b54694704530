package org.simrelay.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.KafkaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the polls' checkpoints when the service starts. */
public final class Checkpoints {

    /** The compacted topic; its key is the poll. */
    public static final String TOPIC = "sim.checkpoints";

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration MOST = Duration.ofSeconds(20);

    private final KafkaSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    public Checkpoints(KafkaSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The sweeps that were cut: those whose last checkpoint says that they are open.
     *
     * @throws SettingsException when Kafka does not let them be read
     */
    public Collection<Checkpoint> open() {
        Map<String, Checkpoint> last = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(p -> new TopicPartition(TOPIC, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant until = clock.instant().plus(MOST);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                if (clock.instant().isAfter(until)) {
                    throw new SettingsException(TOPIC + " could not be read to its end in " + MOST.toSeconds() + " s");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(record -> keep(record, last));
            }
        } catch (KafkaException e) {
            throw new SettingsException(TOPIC + " cannot be read (" + e.getMessage() + "); allow the service to");
        }
        last.values().removeIf(checkpoint -> !checkpoint.open());
        return last.values();
    }

    private void keep(ConsumerRecord<String, byte[]> record, Map<String, Checkpoint> last) {
        try {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), Checkpoint.of(json.readTree(record.value())));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} holds a record of {} that is no checkpoint: {}", TOPIC, record.key(), e.getMessage());
        }
    }
}
