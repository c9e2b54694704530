package org.simrelay.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.simrelay.config.SettingsException;

/** Reads a topic from its beginning to where it ends now; no group, nothing committed. */
public final class WholeTopic {

    private static final Duration MOST_WITHOUT_A_RECORD = Duration.ofSeconds(20);

    private final KafkaSettings settings;
    private final Clock clock;

    public WholeTopic(KafkaSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Gives every record, in the order of its partition.
     *
     * @throws SettingsException when Kafka does not let it be read, or gives nothing for 20 s
     */
    public void read(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant last = clock.instant();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                var records = consumer.poll(Duration.ofMillis(100));
                records.forEach(reader);
                if (!records.isEmpty()) {
                    last = clock.instant();
                } else if (clock.instant().isAfter(last.plus(MOST_WITHOUT_A_RECORD))) {
                    throw new SettingsException(topic + " could not be read to its end; look at the brokers");
                }
            }
        } catch (KafkaException e) {
            throw new SettingsException(topic + " cannot be read (" + e.getMessage() + "); allow the service to");
        }
    }
}
