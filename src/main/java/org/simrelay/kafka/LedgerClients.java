package org.simrelay.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the producers that write the ledger; tests and dry runs make others. */
@FunctionalInterface
public interface LedgerClients {

    /** A producer with this {@code transactional.id}, not yet initialised. */
    Producer<byte[], byte[]> producer(String transactionalId);

    /** Producers of a real cluster. */
    static LedgerClients of(KafkaSettings settings) {
        return id ->
                new KafkaProducer<>(properties(settings, id), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> properties(KafkaSettings settings, String transactionalId) {
        Map<String, Object> properties = new HashMap<>(settings.passedThrough());
        properties.keySet().retainAll(ProducerConfig.configNames());
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.brokers());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // two records too large in one batch would be split without end (KAFKA-8350), and share one verdict
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 0);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4 << 20);
        // a take-over waits for one or two of these
        properties.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
        return properties;
    }
}
