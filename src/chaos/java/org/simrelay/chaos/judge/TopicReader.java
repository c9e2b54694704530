package org.simrelay.chaos.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all of the service's topics as subscribers do: committed records alone. One thread at a time. */
public final class TopicReader implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Read> records = new ArrayList<>();
    private final Set<TopicPartition> known = new HashSet<>();

    public TopicReader(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false",
                        "default.api.timeout.ms", "5000",
                        "fetch.max.wait.ms", "50",
                        "max.partition.fetch.bytes", "8388608"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * All records up to now.
     *
     * @throws IllegalStateException when the end does not come within 30 s
     */
    public List<Read> read() {
        assign();
        Map<TopicPartition, Long> ends = consumer.endOffsets(known);
        long until = System.nanoTime() + BOUND.toNanos();
        while (known.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the topics could not be read to their end");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(r -> records.add(Read.of(r)));
        }
        return List.copyOf(records);
    }

    private void assign() {
        Set<TopicPartition> all = new HashSet<>();
        consumer.listTopics().forEach((topic, partitions) -> {
            if (topic.startsWith("sim.")) {
                partitions.forEach(p -> all.add(new TopicPartition(topic, p.partition())));
            }
        });
        if (known.addAll(all)) {
            consumer.assign(known);
        }
    }

    @Override
    public void close() {
        consumer.close(Duration.ofSeconds(2));
    }
}
