package org.simrelay.bench.program;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Kafka's producer, set as the service sets it. */
final class FloorKafka implements Callback {

    private final KafkaProducer<byte[], byte[]> producer;
    private final LongAdder acknowledged = new LongAdder();
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    FloorKafka(String brokers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        65_536,
                        ProducerConfig.LINGER_MS_CONFIG,
                        10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(ProducerRecord<byte[], byte[]> kafkaRecord) {
        var unused = producer.send(kafkaRecord, this);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception == null) {
            acknowledged.increment();
        } else {
            refused.compareAndSet(null, exception);
        }
    }

    /** Waits for every record sent so far, and tells how many were acknowledged since the last time. */
    long acknowledged() {
        producer.flush();
        Exception why = refused.get();
        if (why != null) {
            throw new IllegalStateException("Kafka refused a record", why);
        }
        return acknowledged.sumThenReset();
    }
}
