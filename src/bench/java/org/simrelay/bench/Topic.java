package org.simrelay.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of a scenario: empty when it begins, gone when it has ended, so that no scenario pays for another's records. */
public final class Topic implements AutoCloseable {

    private static final long MOST_SECONDS = 20;
    private static final int PARTITIONS = 3;

    private final Map<String, Object> settings;
    private final Admin admin;
    private final String name;
    private final List<TopicPartition> partitions;

    /** Makes it. */
    public Topic(String brokers, String name) {
        this.settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        this.admin = Admin.create(settings);
        this.name = name;
        this.partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(name, number))
                .toList();
        NewTopic topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(64 * 1024 * 1024)));
        done(admin.createTopics(List.of(topic)).all());
    }

    /** Where each partition ends now. */
    Map<Integer, Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }

    /** Reads all records from there to the end. */
    void read(Map<Integer, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<TopicPartition, Long> open = new HashMap<>();
        ends().forEach((partition, end) -> open.put(new TopicPartition(name, partition), end));
        long bound = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition.partition(), 0L)));
            while (!open.isEmpty()) {
                if (System.nanoTime() - bound > 0) {
                    throw new IllegalStateException("the records of " + name + " cannot be read");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(each);
                open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
    }

    @Override
    public void close() {
        try {
            done(admin.deleteTopics(List.of(name)).all());
        } finally {
            admin.close();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void done(KafkaFuture<Void> future) {
        try {
            future.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topic " + name + " can be neither made nor deleted", e);
        }
    }
}
