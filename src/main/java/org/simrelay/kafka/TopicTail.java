package org.simrelay.kafka;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed of a topic from its beginning, and each time what has come since; no group, nothing committed. For one thread. */
public final class TopicTail implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(500);

    private final KafkaSettings settings;
    private final String topic;
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    public TopicTail(KafkaSettings settings, String topic) {
        this.settings = settings;
        this.topic = topic;
    }

    /**
     * Gives every record that has come, in the order of its partition; returns when none comes for half a second.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka does not let it be read; the next read begins anew
     */
    public void read(Consumer<ConsumerRecord<String, byte[]>> reader) {
        try {
            KafkaConsumer<String, byte[]> open = consumer == null ? opened() : consumer;
            consumer = open;
            for (ConsumerRecords<String, byte[]> some = open.poll(WAIT); !some.isEmpty(); some = open.poll(WAIT)) {
                some.forEach(reader);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Whether the next read begins at the topic's beginning. */
    public boolean isNew() {
        return consumer == null;
    }

    private KafkaConsumer<String, byte[]> opened() {
        KafkaConsumer<String, byte[]> made =
                new KafkaConsumer<>(settings.consumer(), new StringDeserializer(), new ByteArrayDeserializer());
        consumer = made;
        List<TopicPartition> partitions = made.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        made.assign(partitions);
        made.seekToBeginning(partitions);
        return made;
    }

    @Override
    public void close() {
        KafkaConsumer<String, byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
