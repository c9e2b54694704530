package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.simrelay.MockTopics;

/** A topic is read with all its partitions, those too that come into being later. */
final class PartitionsTest {

    private static final String TOPIC = Topics.FAILURES;

    private final MockTopics client = new MockTopics();

    @Test
    void aTopicThatTheBrokerDoesNotKnowIsNotTakenForAnEmptyOne() {
        assertThatThrownBy(() -> Partitions.follow(client, List.of(TOPIC), partition -> 0L))
                .isInstanceOf(UnknownTopicOrPartitionException.class);
        assertThat(client.assignment()).isEmpty();
    }

    @Test
    void partitionsThatAreAddedAreReadAndTheOthersOn() {
        client.partitions(TOPIC, 1);
        Partitions.follow(client, List.of(TOPIC), partition -> 0L);
        client.seek(new TopicPartition(TOPIC, 0), 7);
        client.partitions(TOPIC, 2);
        Partitions.follow(client, List.of(TOPIC), partition -> 3L);
        assertThat(client.position(new TopicPartition(TOPIC, 0))).isEqualTo(7);
        assertThat(client.position(new TopicPartition(TOPIC, 1))).isEqualTo(3);
    }

    @Test
    void whoReadsOnceWaitsForATopicThatWasMadeJustNow() {
        List<Duration> waited = new ArrayList<>();
        assertThat(Partitions.patiently(client, TOPIC, duration -> {
                    waited.add(duration);
                    if (waited.size() == 5) {
                        client.partitions(TOPIC, 48);
                    }
                }))
                .hasSize(48);
        assertThatThrownBy(() -> Partitions.patiently(client, "no.such", waited::add))
                .isInstanceOf(UnknownTopicOrPartitionException.class);
        assertThat(waited.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(40));
    }
}
