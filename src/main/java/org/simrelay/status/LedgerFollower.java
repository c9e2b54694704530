package org.simrelay.status;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.simrelay.jvm.OutOfMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the ledger as long as the service runs: first what is there, then what comes, whoever writes it. What it cannot read it
 * tries again, with growing waits.
 */
public final class LedgerFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);

    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 15_000;

    private final Supplier<Consumer<String, byte[]>> kafka;
    private final LedgerTail tail;
    private final AtomicReference<@Nullable Consumer<String, byte[]>> consumer = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean reads;

    /**
     * @param kafka makes a consumer of what is committed, without a group
     * @param monotonic measures durations
     */
    public LedgerFollower(Supplier<Consumer<String, byte[]>> kafka, Clock clock, Clock monotonic) {
        this.kafka = kafka;
        this.tail = new LedgerTail(clock, monotonic);
    }

    /** Begins to read, on a thread of its own, and gives each record to all of these. */
    public LedgerFollower start(LedgerReader... readers) {
        List<LedgerReader> all = List.of(readers);
        LedgerReader each = record -> all.forEach(reader -> reader.accept(record));
        Thread thread = new Thread(() -> run(each), "ledger-follower");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Whether Kafka answered when it was asked last, a few seconds ago at most. */
    public boolean answers() {
        return tail.answers();
    }

    /** When Kafka answered last; null where it has not yet. */
    public @Nullable Instant answeredAt() {
        return tail.answeredAt();
    }

    /** Whether all that was there at its start is read. */
    public boolean isCaughtUp() {
        return tail.isCaughtUp();
    }

    /** Whether all that was there at its start is read, and what comes is read now. */
    public boolean isCurrent() {
        return reads && tail.isCaughtUp();
    }

    private void run(LedgerReader reader) {
        long wait = FIRST_WAIT_MILLIS;
        boolean told = false;
        while (closed.getCount() > 0) {
            try (Consumer<String, byte[]> one = kafka.get()) {
                consumer.set(one);
                tail.assign(one);
                wait = FIRST_WAIT_MILLIS;
                reads = true;
                tail.follow(one, reader, () -> closed.getCount() == 0);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException | Error e) {
                OutOfMemory.endIfCausedBy(e);
                // who refuses, or knows no such topic, has answered
                tail.broke(e instanceof AuthorizationException || e instanceof UnknownTopicOrPartitionException);
                if (!told) {
                    told = true;
                    LOG.warn("the page cannot read the ledger now, which is tried again: {}", e.getMessage());
                }
            } finally {
                reads = false;
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
