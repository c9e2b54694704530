package org.simrelay.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's clients without Kafka: acknowledge every record at once, but those with a key they are told to refuse, and keep it in
 * the form that the configured serializer would put on the wire.
 */
public final class DryRunKafka extends DefaultKafkaClientFactory implements LedgerClients {

    private static final Serializer<Object> UNUSED = (topic, data) -> new byte[0];

    private volatile Set<String> refused;
    private final List<DryRunRecord> all = Collections.synchronizedList(new ArrayList<>());
    private volatile Serializer<Object> values = UNUSED;

    public DryRunKafka() {
        this(Set.of());
    }

    /** @param refused keys of card events that are answered with "too large" */
    public DryRunKafka(Collection<String> refused) {
        this.refused = Set.copyOf(refused);
    }

    /** From now on card events with these keys are answered with "too large". */
    public void refuses(Collection<String> keys) {
        refused = Set.copyOf(keys);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Producer getProducer(Properties settings) {
        try {
            Object named = settings.get(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
            Class<?> type = named instanceof Class<?> given ? given : Class.forName(String.valueOf(named));
            values = (Serializer<Object>) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return new Cards();
    }

    @Override
    public Producer<byte[], byte[]> producer(String transactionalId) {
        return new Ledger();
    }

    /** Every record that would be there to be read, in the order it came to be; tombstones are none. */
    public List<DryRunRecord> records() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    private DryRunRecord onTheWire(ProducerRecord<Object, Object> sent) {
        RecordHeaders headers = new RecordHeaders(sent.headers().toArray());
        byte @Nullable [] value = values.serialize(sent.topic(), headers, sent.value());
        return DryRunRecord.of(sent.topic(), sent.key(), value, headers);
    }

    private final class Cards extends MockProducer<Object, Object> {
        private Cards() {
            super(true, null, UNUSED, UNUSED);
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<Object, Object> record, Callback callback) {
            if (refused.contains(String.valueOf(record.key()))) {
                RecordTooLargeException failure = new RecordTooLargeException("larger than max.message.bytes");
                callback.onCompletion(null, failure);
                return CompletableFuture.failedFuture(failure);
            }
            all.add(onTheWire(record));
            return super.send(record, callback);
        }
    }

    /** What it is told counts when it is committed. */
    private final class Ledger extends MockProducer<byte[], byte[]> {
        private final List<ProducerRecord<byte[], byte[]>> open = new ArrayList<>();

        private Ledger() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            open.add(record);
            return super.send(record);
        }

        @Override
        public synchronized void commitTransaction() {
            super.commitTransaction();
            open.stream().filter(record -> record.value() != null).forEach(record -> all.add(DryRunRecord.of(record)));
            open.clear();
        }

        @Override
        public synchronized void abortTransaction() {
            super.abortTransaction();
            open.clear();
        }
    }
}
