package org.simrelay.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the ledger as long as the service runs: first what is there, then what comes, whoever writes it. What it cannot read it
 * tries again, with growing waits.
 */
public final class LedgerFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 15_000;

    private final Supplier<Consumer<String, byte[]>> kafka;
    private final LedgerView view;
    private final Clock clock;
    private final Clock monotonic;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final AtomicReference<@Nullable Consumer<String, byte[]>> consumer = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Instant answeredAt;
    private volatile boolean answers;
    private volatile boolean caughtUp;

    /**
     * @param kafka makes a consumer of what is committed, without a group
     * @param monotonic measures durations
     */
    public LedgerFollower(Supplier<Consumer<String, byte[]>> kafka, LedgerView view, Clock clock, Clock monotonic) {
        this.kafka = kafka;
        this.view = view;
        this.clock = clock;
        this.monotonic = monotonic;
    }

    /** Begins to read, on a thread of its own. */
    public LedgerFollower start() {
        Thread thread = new Thread(this::run, "ledger-follower");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Whether Kafka answered when it was asked last, a few seconds ago at most. */
    public boolean answers() {
        return answers;
    }

    /** When Kafka answered last; null where it has not yet. */
    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** Whether all that was there at its start is read. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void run() {
        long wait = FIRST_WAIT_MILLIS;
        boolean told = false;
        while (closed.getCount() > 0) {
            try (Consumer<String, byte[]> one = kafka.get()) {
                consumer.set(one);
                assign(one);
                wait = FIRST_WAIT_MILLIS;
                follow(one);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                // who refuses has answered
                answers = e instanceof AuthorizationException;
                if (!told) {
                    told = true;
                    LOG.warn("the page cannot read the ledger now, which is tried again: {}", e.getMessage());
                }
            } finally {
                consumer.set(null);
            }
            if (isClosedWithin(wait)) {
                return;
            }
            wait = Math.min(LONGEST_WAIT_MILLIS, wait * 2);
        }
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void assign(Consumer<String, byte[]> one) {
        List<TopicPartition> partitions = LedgerView.topics().stream()
                .flatMap(topic -> one.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        one.assign(partitions);
        for (TopicPartition partition : partitions) {
            one.seek(partition, positions.getOrDefault(partition, 0L));
        }
    }

    private void follow(Consumer<String, byte[]> one) {
        long nextLook = monotonic.millis();
        while (closed.getCount() > 0) {
            if (monotonic.millis() >= nextLook) {
                look(one);
                nextLook = monotonic.millis() + LOOK_EVERY.toMillis();
            }
            var records = one.poll(POLL);
            records.forEach(view::accept);
            for (TopicPartition partition : records.partitions()) {
                positions.put(partition, one.position(partition));
            }
        }
    }

    /** Asks where the topics end: whether Kafka answers, and whether all is read. */
    private void look(Consumer<String, byte[]> one) {
        try {
            Map<TopicPartition, Long> ends = one.endOffsets(one.assignment(), LOOK);
            answers = true;
            answeredAt = clock.instant();
            caughtUp |= ends.entrySet().stream().allMatch(end -> one.position(end.getKey(), LOOK) >= end.getValue());
        } catch (TimeoutException e) {
            answers = false;
        }
    }

    /** Reads no more. */
    @Override
    public void close() {
        closed.countDown();
        Consumer<String, byte[]> one = consumer.get();
        if (one != null) {
            one.wakeup();
        }
    }
}
