package org.simrelay.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.LedgerException.Away;
import org.simrelay.kafka.LedgerException.Fenced;
import org.simrelay.kafka.LedgerException.Moved;
import org.simrelay.kafka.LedgerException.Refused;

/**
 * One account's transactions: records that commit together or not at all (Kafka, "Transactional Delivery"). For one thread; every
 * wait has a bound.
 */
public final class LedgerTransactions implements AutoCloseable {

    private final LedgerClients clients;
    private final String id;
    private final String account;
    private final String home;
    private final MemberBinding binding;
    private @Nullable TransactionalProducer producer;
    private @Nullable Integer partition;
    private int partitions;

    /**
     * @param account {@code <vendor>/<name>}; its hash picks the partition of all that is remembered of it
     * @param home the topic of what is remembered
     * @param member the membership that a commit is bound to (KIP-447); null where there is no group
     */
    public LedgerTransactions(
            LedgerClients clients, String account, String home, Supplier<@Nullable ConsumerGroupMetadata> member) {
        this(clients, account, home, member, 0);
    }

    /** @param partitions of {@code home}, as this process read it once; 0 where it is read with the first fence */
    public LedgerTransactions(
            LedgerClients clients,
            String account,
            String home,
            Supplier<@Nullable ConsumerGroupMetadata> member,
            int partitions) {
        this.partitions = partitions;
        this.partition = partitions == 0 ? null : (Integer) partition(account, partitions);
        this.clients = clients;
        this.account = account;
        this.id = "simrelay-" + account.replace('/', '-');
        this.home = home;
        this.binding = new MemberBinding(member);
    }

    /** No commit is bound to the membership while this is not so. */
    public void onlyWhile(BooleanSupplier still) {
        binding.onlyWhile(still);
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
        TransactionalProducer made;
        try {
            made = new TransactionalProducer(id, home, clients.producer(id));
        } catch (RuntimeException e) {
            throw new Away(e);
        }
        producer = made;
        try {
            made.fence();
            if (partitions == 0) {
                // read once: two processes that disagree would both believe that they own the account
                partitions = made.partitions();
                partition = partitions == 0 ? null : (Integer) partition(account, partitions);
            }
        } catch (RuntimeException e) {
            close();
            LedgerException meaning = LedgerFailures.of(e, -1, false);
            throw meaning instanceof Refused ? new Away(e) : meaning;
        }
    }

    /**
     * The partition of an account: by its own hash and not the record's key, so that all that is its stands in one place.
     *
     * @param account {@code <vendor>/<name>}
     */
    public static int partition(String account, int partitions) {
        return Utils.toPositive(Utils.murmur2(account.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /**
     * Commits the records, all or none.
     *
     * @param oneByOne waits for each verdict before the next record is sent: only then is a verdict a record's own
     * @throws Refused when a record is refused for its own sake; nothing of it is visible, and the next commit may follow
     * @throws Away in doubt; the producer is closed, and {@link #fence} is due before the same records are committed again
     * @throws Moved nothing of it is visible; the same may follow with the newest membership
     * @throws Fenced nothing of it is visible; the producer is closed
     */
    public void commit(List<ProducerRecord<byte[], byte[]>> records, boolean oneByOne) throws LedgerException {
        TransactionalProducer open = producer;
        if (open == null) {
            throw new Away(new IllegalStateException("there is no producer, it is to be fenced anew"));
        }
        TopicPartition own = new TopicPartition(home, partition == null ? 0 : partition);
        try {
            open.commit(records, oneByOne, made -> binding.bind(made, own));
        } catch (Refused | Moved e) {
            throw e;
        } catch (LedgerException e) {
            close();
            throw e;
        }
    }

    /** Gives up what is open; {@link #fence} makes a new producer. */
    @Override
    public void close() {
        TransactionalProducer open = producer;
        producer = null;
        if (open != null) {
            open.close();
        }
    }
}
