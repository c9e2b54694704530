package org.simrelay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A consumer of topics that come into being, as Kafka's own answers where the broker does not know them: by an empty list. */
public final class MockTopics extends MockConsumer<String, byte[]> {

    /** Of these topics, each with one partition. */
    public MockTopics(String... topics) {
        super(OffsetResetStrategy.NONE);
        for (String topic : topics) {
            partitions(topic, 1);
        }
    }

    /** From now on the topic has so many, all empty. */
    public synchronized void partitions(String topic, int partitions) {
        Node node = new Node(1, "localhost", 1);
        updatePartitions(
                topic,
                IntStream.range(0, partitions)
                        .mapToObj(i -> new PartitionInfo(topic, i, node, new Node[0], new Node[0]))
                        .toList());
        Map<TopicPartition, Long> ends = new HashMap<>();
        IntStream.range(0, partitions).forEach(i -> ends.put(new TopicPartition(topic, i), 0L));
        updateBeginningOffsets(ends);
        updateEndOffsets(ends);
    }

    /** A record that comes in a partition that is assigned by then. */
    public synchronized void come(ConsumerRecord<String, byte[]> record, int partition) {
        schedulePollTask(() -> {
            if (assignment().contains(new TopicPartition(record.topic(), partition))) {
                addRecord(new ConsumerRecord<>(record.topic(), partition, 0, record.key(), record.value()));
            } else {
                come(record, partition);
            }
        });
    }

    @Override
    public synchronized List<PartitionInfo> partitionsFor(String topic) {
        List<PartitionInfo> known = super.partitionsFor(topic);
        return known == null ? List.of() : known;
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
        if (assignment().isEmpty()) {
            throw new IllegalStateException("Consumer is not subscribed to any topics or assigned any partitions");
        }
        return super.poll(timeout);
    }
}
