package org.simrelay.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.Partitions;

/** How far the ledger is read, whichever consumer reads it: each goes on where the one before it stood. Read by one thread. */
final class LedgerTail {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Clock clock;
    private final Clock monotonic;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile @Nullable Instant answeredAt;
    private volatile boolean answers;
    private volatile boolean caughtUp;

    /** @param monotonic measures durations */
    LedgerTail(Clock clock, Clock monotonic) {
        this.clock = clock;
        this.monotonic = monotonic;
    }

    /**
     * Goes on with this consumer from where the last one stood, at first from the beginning; where topics have got more partitions, with
     * those too.
     */
    void assign(Consumer<String, byte[]> consumer) {
        Partitions.follow(consumer, LedgerView.topics(), partition -> positions.getOrDefault(partition, 0L));
    }

    /**
     * Reads until it is over.
     *
     * @param reader given each record, in the order of its partition
     */
    void follow(Consumer<String, byte[]> consumer, LedgerReader reader, BooleanSupplier isOver) {
        long nextLook = monotonic.millis();
        while (!isOver.getAsBoolean()) {
            if (monotonic.millis() >= nextLook) {
                assign(consumer);
                look(consumer);
                nextLook = monotonic.millis() + LOOK_EVERY.toMillis();
            }
            var records = consumer.poll(POLL);
            records.forEach(reader::accept);
            for (TopicPartition partition : records.partitions()) {
                positions.put(partition, consumer.position(partition));
            }
        }
    }

    /** Asks where the topics end: whether Kafka answers, and whether all is read. */
    private void look(Consumer<String, byte[]> consumer) {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), LOOK);
            answers = true;
            answeredAt = clock.instant();
            caughtUp |=
                    ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), LOOK) >= end.getValue());
        } catch (TimeoutException e) {
            answers = false;
        }
    }

    /** The consumer broke; whether Kafka answered all the same. */
    void broke(boolean answered) {
        answers = answered;
    }

    boolean answers() {
        return answers;
    }

    @Nullable Instant answeredAt() {
        return answeredAt;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }
}
