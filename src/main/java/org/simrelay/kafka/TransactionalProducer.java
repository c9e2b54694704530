package org.simrelay.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.simrelay.kafka.LedgerException.Away;
import org.simrelay.kafka.LedgerException.Moved;
import org.simrelay.kafka.LedgerException.Refused;

/** One of Kafka's producers with a {@code transactional.id}, from its fence until it is closed; every wait has a bound. */
final class TransactionalProducer implements AutoCloseable {

    /** What else belongs to a transaction, before its commit. */
    @FunctionalInterface
    interface Binding {
        /** Adds it to the producer's open transaction. */
        void to(Producer<byte[], byte[]> producer) throws Moved;
    }

    /** Longer than the producer's own delivery time-out, which does not hold while a transaction waits for its coordinator. */
    private static final long MOST_SECONDS = 16;

    private static final long MOST_CLOSING_MILLIS = 5_000;

    private final String id;
    private final String home;
    private final Producer<byte[], byte[]> producer;

    /**
     * Takes a producer that is not initialised.
     *
     * @param home a topic that is always there
     */
    TransactionalProducer(String id, String home, Producer<byte[], byte[]> producer) {
        this.id = id;
        this.home = home;
        this.producer = producer;
    }

    /** Fences whoever wrote under this id; what they had open is aborted, or completed, when this returns. */
    void fence() {
        producer.initTransactions();
    }

    /** How many partitions the topic {@code home} has. */
    int partitions() {
        return producer.partitionsFor(home).size();
    }

    /**
     * Commits the records, all or none.
     *
     * @param oneByOne waits for each verdict before the next record is sent
     * @throws Refused nothing is visible, and the next commit may follow, as after {@link Moved}; after any other it is to be closed
     */
    void commit(List<ProducerRecord<byte[], byte[]>> records, boolean oneByOne, Binding binding)
            throws LedgerException {
        int[] at = {-1};
        try {
            producer.beginTransaction();
            send(records, oneByOne, at);
            binding.to(producer);
            producer.commitTransaction();
        } catch (Exception e) {
            LedgerException meaning = LedgerFailures.of(e, at[0], !oneByOne || isReachable());
            if (meaning instanceof Refused || meaning instanceof Moved) {
                abort();
            }
            throw meaning;
        } catch (StackOverflowError e) {
            // the client's own, out of a future's chain (KAFKA-8350)
            throw new Away(e);
        }
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records, boolean oneByOne, int[] at)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            at[0] = oneByOne ? i : -1;
            Future<RecordMetadata> future = producer.send(records.get(i));
            if (oneByOne) {
                future.get(MOST_SECONDS, TimeUnit.SECONDS);
            }
            sent.add(future);
        }
        at[0] = -1;
        for (Future<RecordMetadata> future : sent) {
            future.get(MOST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private boolean isReachable() {
        try {
            return partitions() > 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void abort() throws Away {
        try {
            producer.abortTransaction();
        } catch (RuntimeException e) {
            throw new Away(e);
        }
    }

    /** Gives up what is open. */
    @Override
    public void close() {
        // the client joins its network thread without a bound (KafkaProducer.close, 3.9.1)
        Thread closer = new Thread(() -> producer.close(Duration.ZERO), id + "-close");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(MOST_CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
