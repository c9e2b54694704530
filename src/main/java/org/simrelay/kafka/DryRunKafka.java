package org.simrelay.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Kafka's clients without Kafka: acknowledge every record at once and keep it to be looked at. */
public final class DryRunKafka extends DefaultKafkaClientFactory implements LedgerClients {

    private static final Serializer<Object> UNUSED = (topic, data) -> new byte[0];

    private final MockProducer<Object, Object> cards = new MockProducer<>(true, null, UNUSED, UNUSED);
    private final List<MockProducer<byte[], byte[]>> ledgers = new java.util.concurrent.CopyOnWriteArrayList<>();

    @Override
    @SuppressWarnings("rawtypes")
    public Producer getProducer(Properties kafkaProps) {
        return cards;
    }

    @Override
    public Producer<byte[], byte[]> producer(String transactionalId) {
        MockProducer<byte[], byte[]> ledger =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        ledgers.add(ledger);
        return ledger;
    }

    /** The records that would have been published: cards, then what the ledger would say. */
    public List<Rehearsed> records() {
        return Stream.concat(
                        cards.history().stream().map(Rehearsed::ofCard),
                        ledgers.stream()
                                .flatMap(ledger -> ledger.history().stream())
                                .map(Rehearsed::ofLedger))
                .toList();
    }

    /**
     * A record that would have been published.
     *
     * @param topic where to
     * @param key the record's key
     * @param value JSON
     */
    public record Rehearsed(String topic, String key, String value) {
        private static Rehearsed ofCard(ProducerRecord<Object, Object> record) {
            return new Rehearsed(record.topic(), String.valueOf(record.key()), ((Event) record.value()).text());
        }

        private static Rehearsed ofLedger(ProducerRecord<byte[], byte[]> record) {
            return new Rehearsed(record.topic(), text(record.key()), text(record.value()));
        }

        private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
