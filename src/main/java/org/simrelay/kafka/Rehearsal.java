package org.simrelay.kafka;

import java.util.List;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.simrelay.event.Event;

/** Kafka's client without Kafka: acknowledges every record at once and keeps it to be looked at. */
public final class Rehearsal extends DefaultKafkaClientFactory {

    private static final Serializer<Object> UNUSED = (topic, data) -> new byte[0];

    private final MockProducer<Object, Object> producer = new MockProducer<>(true, null, UNUSED, UNUSED);

    @Override
    @SuppressWarnings("rawtypes")
    public Producer getProducer(Properties kafkaProps) {
        return producer;
    }

    /** The records that would have been published, in order. */
    public List<Rehearsed> records() {
        return producer.history().stream().map(Rehearsed::of).toList();
    }

    /**
     * A record that would have been published.
     *
     * @param topic where to
     * @param key the record's key
     * @param event its headers and value
     */
    public record Rehearsed(String topic, String key, Event event) {
        private static Rehearsed of(ProducerRecord<Object, Object> record) {
            return new Rehearsed(record.topic(), String.valueOf(record.key()), (Event) record.value());
        }
    }
}
