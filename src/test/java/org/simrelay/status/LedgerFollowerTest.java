package org.simrelay.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.simrelay.status.LedgerRecords.AT;
import static org.simrelay.status.LedgerRecords.sweep;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MockTopics;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.Topics;
import org.simrelay.sweep.SweepId;

/** The ledger is read on and on, and anew from where it was when a client breaks. */
class LedgerFollowerTest {

    private static final Duration MOST = Duration.ofMinutes(1);

    private final LedgerView view = new LedgerView();
    private final AtomicInteger made = new AtomicInteger();
    private final LedgerFollower follower =
            new LedgerFollower(this::next, new MovingClock(TestSweeps.START), new MonotonicClock());

    @AfterEach
    void close() {
        follower.close();
    }

    private static ConsumerRecord<String, byte[]> at(long offset, String poll) {
        ConsumerRecord<String, byte[]> record = sweep(new SweepId(poll, AT), "complete", AT.plusSeconds(offset));
        return new ConsumerRecord<>(record.topic(), 0, offset, record.key(), record.value());
    }

    /** The first breaks after one record, the second goes on behind it, where two stand. */
    private Consumer<String, byte[]> next() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>(OffsetResetStrategy.EARLIEST);
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (String topic : LedgerView.topics()) {
            Node node = new Node(1, "localhost", 1);
            consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, node, new Node[0], new Node[0])));
            beginnings.put(new TopicPartition(topic, 0), 0L);
            ends.put(
                    new TopicPartition(topic, 0),
                    topic.equals(LedgerView.topics().get(0)) ? 2L : 0L);
        }
        consumer.updateBeginningOffsets(beginnings);
        consumer.updateEndOffsets(ends);
        if (made.incrementAndGet() == 1) {
            consumer.schedulePollTask(() -> consumer.addRecord(at(0, "first-poll")));
            consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("broke")));
        } else {
            consumer.schedulePollTask(() -> {
                consumer.addRecord(at(0, "again-poll"));
                consumer.addRecord(at(1, "second-poll"));
            });
        }
        return consumer;
    }

    @Test
    void readsOnBehindWhatItHasReadWhenAClientBreaks() {
        follower.start(view::accept);
        await().atMost(MOST).until(() -> view.history("second-poll").complete() != null);
        assertThat(view.histories()).containsOnlyKeys("first-poll", "second-poll");
        assertThat(made.get()).isEqualTo(2);
        await().atMost(MOST).until(follower::isCaughtUp);
        assertThat(follower.isCurrent()).isTrue();
        assertThat(follower.answers()).isTrue();
        assertThat(follower.answeredAt()).isNotNull();
    }

    @Test
    void topicsThatTheBrokerDoesNotKnowYetAreReadWhenItDoes() {
        List<MockTopics> clients = List.of(
                new MockTopics(),
                new MockTopics(Topics.SWEEPS),
                new MockTopics(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS));
        clients.get(2).come(at(0, "a-poll"), 0);
        try (LedgerFollower late = follower(clients)) {
            await().atMost(MOST).until(() -> view.history("a-poll").complete() != null);
            await().atMost(MOST).until(late::isCaughtUp);
            assertThat(made.get()).isEqualTo(3);
            assertThat(late.isCurrent()).isTrue();
        }
    }

    @Test
    void whatBreaksItsClientIsSaidAndTriedAgain() {
        MockTopics broken = new MockTopics(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS);
        broken.schedulePollTask(() -> {
            throw new IllegalStateException("no KafkaException");
        });
        MockTopics next = new MockTopics(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS);
        next.come(at(0, "a-poll"), 0);
        try (LedgerFollower one = follower(List.of(broken, next))) {
            await().atMost(MOST).until(() -> view.history("a-poll").complete() != null);
            await().atMost(MOST).until(() -> one.answeredAt() != null);
        }
    }

    @Test
    void anErrorOfItsClientIsTriedAgainToo() {
        MockTopics broken = new MockTopics(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS);
        broken.schedulePollTask(() -> {
            throw new StackOverflowError();
        });
        MockTopics next = new MockTopics(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS);
        next.come(at(0, "a-poll"), 0);
        try (LedgerFollower one = follower(List.of(broken, next))) {
            await().atMost(MOST).until(() -> view.history("a-poll").complete() != null);
            await().atMost(MOST).until(one::isCurrent);
        }
    }

    @Test
    void partitionsThatAreAddedAreReadToo() {
        MockTopics client = new MockTopics(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS);
        try (LedgerFollower one = follower(List.of(client))) {
            await().atMost(MOST).until(one::isCaughtUp);
            client.partitions(Topics.SWEEPS, 3);
            client.come(at(0, "a-poll"), 2);
            await().atMost(MOST).until(() -> view.history("a-poll").complete() != null);
            assertThat(made.get()).isEqualTo(1);
        }
    }

    private LedgerFollower follower(List<MockTopics> clients) {
        return new LedgerFollower(
                        () -> clients.get(made.getAndIncrement()),
                        new MovingClock(TestSweeps.START),
                        new MonotonicClock())
                .start(view::accept);
    }
}
