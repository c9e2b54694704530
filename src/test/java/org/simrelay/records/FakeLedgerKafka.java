package org.simrelay.records;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.LedgerClients;

/** Transactions without a broker: what is committed is seen, and a test says what is refused. */
public final class FakeLedgerKafka implements LedgerClients {

    /** A committed record. */
    public record Committed(String topic, String key, @Nullable String value, String id) {}

    private final List<Committed> committed = new CopyOnWriteArrayList<>();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    volatile boolean away;
    volatile boolean takesButDoesNotAnswer;
    volatile boolean dropsAndDoesNotAnswer;
    volatile @Nullable KafkaException fence;
    volatile Runnable onFence = () -> {};
    volatile Function<ProducerRecord<byte[], byte[]>, @Nullable Exception> verdict = record -> null;

    /** In the order of their commits. */
    public List<Committed> committed() {
        return committed;
    }

    /** Says why a record is refused; null where it is taken. */
    public void refuse(Function<ProducerRecord<byte[], byte[]>, @Nullable Exception> why) {
        verdict = why;
    }

    /** How many records each transaction had. */
    List<Integer> sizes() {
        return sizes;
    }

    @Override
    public Producer<byte[], byte[]> producer(String transactionalId) {
        return new Transactions();
    }

    private final class Transactions extends MockProducer<byte[], byte[]> {
        private final List<ProducerRecord<byte[], byte[]>> open = new ArrayList<>();
        private @Nullable Exception refused;

        private Transactions() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void initTransactions() {
            if (away) {
                throw new TimeoutException("no coordinator");
            }
            super.initTransactions();
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            if (away) {
                return CompletableFuture.failedFuture(new TimeoutException("no broker"));
            }
            Exception why = verdict.apply(record);
            if (why != null) {
                refused = why;
            }
            // as a real one: all records of a transaction that has a refused one fail
            if (refused != null) {
                return CompletableFuture.failedFuture(refused);
            }
            open.add(record);
            return super.send(record);
        }

        @Override
        public void commitTransaction() {
            KafkaException other = fence;
            if (other != null) {
                fence = null;
                onFence.run();
                throw other;
            }
            if (away) {
                throw new TimeoutException("no coordinator");
            }
            super.commitTransaction();
            if (dropsAndDoesNotAnswer) {
                dropsAndDoesNotAnswer = false;
                open.clear();
                throw new TimeoutException("not committed, and no answer");
            }
            sizes.add(open.size());
            open.forEach(record -> committed.add(committed(record)));
            open.clear();
            if (takesButDoesNotAnswer) {
                takesButDoesNotAnswer = false;
                throw new TimeoutException("committed, but the answer is lost");
            }
        }

        @Override
        public void abortTransaction() {
            super.abortTransaction();
            open.clear();
            refused = null;
        }

        private static Committed committed(ProducerRecord<byte[], byte[]> record) {
            var id = record.headers().lastHeader("ce_id");
            return new Committed(
                    record.topic(),
                    new String(record.key(), StandardCharsets.UTF_8),
                    record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8),
                    id == null ? "" : new String(id.value(), StandardCharsets.UTF_8));
        }
    }
}
