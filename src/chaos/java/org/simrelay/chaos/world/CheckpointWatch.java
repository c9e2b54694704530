package org.simrelay.chaos.world;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sees a checkpoint the moment that it is committed: what it lets the service forget must stand in Kafka by then. */
final class CheckpointWatch implements AutoCloseable {
    private static final String TOPIC = "sim.checkpoints";
    private static final Duration LOOK = Duration.ofMillis(20);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** From now on. */
    CheckpointWatch(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "default.api.timeout.ms", "3000",
                        "allow.auto.create.topics", "false",
                        "fetch.max.wait.ms", "10"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = consumer.partitionsFor(TOPIC).stream()
                .map(p -> new TopicPartition(TOPIC, p.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /** Waits until so many were seen, for the bound at most. */
    void await(int records, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        int seen = 0;
        while (seen < records && System.nanoTime() < end) {
            seen += consumer.poll(LOOK).count();
        }
    }

    @Override
    public void close() {
        consumer.close(Duration.ofSeconds(2));
    }
}
