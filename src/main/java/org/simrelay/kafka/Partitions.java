package org.simrelay.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.simrelay.jvm.Pause;

/** A topic's partitions, for who reads all of them. */
public final class Partitions {

    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final int MOST_TRIES = 120;

    private Partitions() {}

    /**
     * As the client knows them now, from the broker where it knows none.
     *
     * @throws UnknownTopicOrPartitionException where the broker knows none, for which Kafka's client gives an empty list: the topic is not
     *     there, or another broker has made it just now
     * @throws org.apache.kafka.common.KafkaException where Kafka does not say
     */
    public static List<TopicPartition> of(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(topic + " is not there yet");
        }
        return partitions;
    }

    /** The same, asked again for half a minute while the broker knows none. */
    static List<TopicPartition> patiently(Consumer<?, ?> consumer, String topic, Pause pause) {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return of(consumer, topic);
            } catch (UnknownTopicOrPartitionException e) {
                try {
                    pause.of(BETWEEN);
                } catch (InterruptedException interrupted) {
                    throw new InterruptException(interrupted);
                }
            }
        }
        return of(consumer, topic);
    }

    /**
     * Assigns the partitions that topics have now, where others are assigned; those that are assigned already stay as they are.
     *
     * @param from where to read a new one from
     */
    public static void follow(Consumer<?, ?> consumer, List<String> topics, Function<TopicPartition, Long> from) {
        List<TopicPartition> now =
                topics.stream().flatMap(topic -> of(consumer, topic).stream()).toList();
        Set<TopicPartition> before = Set.copyOf(consumer.assignment());
        if (before.equals(Set.copyOf(now))) {
            return;
        }
        consumer.assign(now);
        for (TopicPartition partition : now) {
            if (!before.contains(partition)) {
                consumer.seek(partition, from.apply(partition));
            }
        }
    }
}
