package org.simrelay.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
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
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.simrelay.kafka.LedgerClients;

/**
 * Kafka without a broker: acknowledges every record at once, but those with a key it is told to refuse, and keeps it in the
 * form that the configured serializer would put on the wire.
 */
final class RecordedKafka extends DefaultKafkaClientFactory implements LedgerClients {

    private static final Serializer<Object> UNUSED = (topic, data) -> new byte[0];

    private final RefusingProducer producer;
    private final List<Recorded> all = Collections.synchronizedList(new ArrayList<>());
    private volatile Serializer<Object> values = UNUSED;

    /** @param refused keys of card events that are answered with "too large" */
    RecordedKafka(List<String> refused) {
        this.producer = new RefusingProducer(List.copyOf(refused));
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
        return producer;
    }

    @Override
    public Producer<byte[], byte[]> producer(String transactionalId) {
        return new RecordedLedger();
    }

    /** Every record that is committed, in the order it came to be; tombstones are none. */
    List<Recorded> records() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, String> shown(Headers headers) {
        Map<String, String> shown = new TreeMap<>();
        headers.forEach(header -> shown.merge(header.key(), text(header.value()), (one, two) -> one + " and " + two));
        return shown;
    }

    private Recorded recorded(ProducerRecord<Object, Object> sent) {
        RecordHeaders headers = new RecordHeaders(sent.headers().toArray());
        byte[] value = values.serialize(sent.topic(), headers, sent.value());
        return new Recorded(sent.topic(), String.valueOf(sent.key()), text(value), shown(headers));
    }

    /** A record as a subscriber reads it. */
    record Recorded(String topic, String key, String value, Map<String, String> headers) {}

    private final class RefusingProducer extends MockProducer<Object, Object> {
        private final List<String> refused;

        private RefusingProducer(List<String> refused) {
            super(true, null, UNUSED, UNUSED);
            this.refused = refused;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<Object, Object> record, Callback callback) {
            if (refused.contains(String.valueOf(record.key()))) {
                RecordTooLargeException failure = new RecordTooLargeException("larger than max.message.bytes");
                callback.onCompletion(null, failure);
                return CompletableFuture.failedFuture(failure);
            }
            all.add(recorded(record));
            return super.send(record, callback);
        }
    }

    private final class RecordedLedger extends MockProducer<byte[], byte[]> {
        private final List<ProducerRecord<byte[], byte[]>> open = new ArrayList<>();

        private RecordedLedger() {
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
            open.stream()
                    .filter(record -> record.value() != null)
                    .forEach(record -> all.add(new Recorded(
                            record.topic(), text(record.key()), text(record.value()), shown(record.headers()))));
            open.clear();
        }

        @Override
        public synchronized void abortTransaction() {
            super.abortTransaction();
            open.clear();
        }
    }
}
