package org.simrelay.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.LedgerException.Away;
import org.simrelay.kafka.LedgerException.Fenced;
import org.simrelay.kafka.LedgerException.Refused;

/**
 * One account's transactions: records that commit together or not at all (Kafka, "Transactional Delivery"). For one thread; every
 * wait has a bound.
 */
public final class LedgerTransactions implements AutoCloseable {

    /** Longer than the producer's own delivery time-out, which does not hold while a transaction waits for its coordinator. */
    private static final long MOST_SECONDS = 16;

    private static final long MOST_CLOSING_MILLIS = 5_000;

    private static final Set<Class<?>> FENCED = Set.of(
            ProducerFencedException.class,
            InvalidProducerEpochException.class,
            CommitFailedException.class,
            FencedInstanceIdException.class);
    private static final Set<Class<?>> FOR_GOOD = Set.of(
            RecordTooLargeException.class,
            TopicAuthorizationException.class,
            InvalidRecordException.class,
            InvalidTopicException.class,
            UnknownTopicOrPartitionException.class,
            SerializationException.class);

    private final LedgerClients clients;
    private final String id;
    private final String account;
    private final String home;
    private final Supplier<@Nullable ConsumerGroupMetadata> member;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable Integer partition;
    private int partitions;

    /**
     * @param account {@code <vendor>/<name>}; its hash picks the partition of all that is remembered of it
     * @param home the topic of what is remembered
     * @param member the membership that a commit is bound to (KIP-447); null where there is no group
     */
    public LedgerTransactions(
            LedgerClients clients, String account, String home, Supplier<@Nullable ConsumerGroupMetadata> member) {
        this.clients = clients;
        this.account = account;
        this.id = "simrelay-" + account.replace('/', '-');
        this.home = home;
        this.member = member;
    }

    /** The {@code transactional.id}. */
    public String id() {
        return id;
    }

    /** The partition of {@code home} that is this account's; null where Kafka is to find one by the key. */
    public @Nullable Integer partition() {
        return partition;
    }

    /**
     * Fences whoever wrote under this id; what they had open is aborted, or completed, when this returns.
     *
     * @throws Away when Kafka does not answer within 10 s
     * @throws Fenced when somebody fenced this one meanwhile
     */
    public void fence() throws LedgerException {
        close();
        Producer<byte[], byte[]> made;
        try {
            made = clients.producer(id);
        } catch (RuntimeException e) {
            throw new Away(e);
        }
        producer = made;
        try {
            made.initTransactions();
            if (partitions == 0) {
                // read once: two processes that disagree would both believe that they own the account
                partitions = made.partitionsFor(home).size();
                partition = partitions == 0 ? null : (Integer) partition(account, partitions);
            }
        } catch (RuntimeException e) {
            close();
            LedgerException meaning = meaning(e, -1, false);
            throw meaning instanceof Refused ? new Away(e) : meaning;
        }
    }

    /** The partition of an account: by its own hash and not the record's key, so that all that is its stands in one place. */
    static int partition(String account, int partitions) {
        return Utils.toPositive(Utils.murmur2(account.getBytes(java.nio.charset.StandardCharsets.UTF_8))) % partitions;
    }

    /**
     * Commits the records, all or none.
     *
     * @param oneByOne waits for each verdict before the next record is sent: only then is a verdict a record's own
     * @throws Refused when a record is refused for its own sake; nothing of it is visible, and the next commit may follow
     * @throws Away in doubt; the producer is closed, and {@link #fence} is due before the same records are committed again
     * @throws Fenced nothing of it is visible; the producer is closed
     */
    public void commit(List<ProducerRecord<byte[], byte[]>> records, boolean oneByOne) throws LedgerException {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            throw new Away(new IllegalStateException("there is no producer, it is to be fenced anew"));
        }
        int[] at = {-1};
        try {
            open.beginTransaction();
            send(open, records, oneByOne, at);
            bind(open);
            open.commitTransaction();
        } catch (Exception e) {
            LedgerException meaning = meaning(e, at[0], !oneByOne || isReachable(open));
            if (meaning instanceof Refused) {
                abort(open);
            } else {
                close();
            }
            throw meaning;
        } catch (StackOverflowError e) {
            // the client's own, out of a future's chain (KAFKA-8350)
            close();
            throw new Away(e);
        }
    }

    private static void send(
            Producer<byte[], byte[]> open, List<ProducerRecord<byte[], byte[]>> records, boolean oneByOne, int[] at)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            at[0] = oneByOne ? i : -1;
            Future<RecordMetadata> future = open.send(records.get(i));
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

    private void bind(Producer<byte[], byte[]> open) throws Fenced {
        ConsumerGroupMetadata now = member.get();
        if (now == null) {
            return;
        }
        if (now.generationId() < 0) {
            // Kafka would not check it
            throw new Fenced(new IllegalStateException("this process is no member of the group yet"));
        }
        TopicPartition own = new TopicPartition(home, partition == null ? 0 : partition);
        open.sendOffsetsToTransaction(Map.of(own, new OffsetAndMetadata(0)), now);
    }

    private static LedgerException meaning(Exception e, int index, boolean reachable) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (e instanceof LedgerException known) {
            return known;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (FENCED.contains(cause.getClass())) {
                return new Fenced(cause);
            }
            if (FOR_GOOD.contains(cause.getClass())) {
                return new Refused(cause, index);
            }
            // a topic that is not there and may not be made is found out by waiting for it
            if (reachable && String.valueOf(cause.getMessage()).contains("not present in metadata")) {
                return new Refused(cause, index);
            }
        }
        return new Away(e);
    }

    private boolean isReachable(Producer<byte[], byte[]> open) {
        try {
            return !open.partitionsFor(home).isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void abort(Producer<byte[], byte[]> open) throws Away {
        try {
            open.abortTransaction();
        } catch (RuntimeException e) {
            close();
            throw new Away(e);
        }
    }

    /** Gives up what is open; {@link #fence} makes a new producer. */
    @Override
    public void close() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open == null) {
            return;
        }
        // the client joins its network thread without a bound (KafkaProducer.close, 3.9.1)
        Thread closer = new Thread(() -> open.close(Duration.ZERO), id + "-close");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(MOST_CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
