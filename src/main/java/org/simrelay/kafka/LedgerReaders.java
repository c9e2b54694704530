package org.simrelay.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.simrelay.config.SettingsException;

/** What those need of Kafka who only read the ledger: they create no topic and join no group. */
public final class LedgerReaders {

    private static final Duration MOST = Duration.ofSeconds(7);

    private LedgerReaders() {}

    /** A consumer that reads once what is committed. */
    static KafkaConsumer<String, byte[]> once(KafkaSettings settings) {
        return made(settings.consumer());
    }

    /** A consumer that goes on reading what is committed. */
    public static Consumer<String, byte[]> following(KafkaSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.consumer());
        // one that waits for news costs a request a second
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1_000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return made(properties);
    }

    private static KafkaConsumer<String, byte[]> made(Map<String, Object> properties) {
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The topics there are.
     *
     * @throws SettingsException when Kafka is out of reach
     */
    public static Set<String> topics(KafkaSettings settings) {
        Admin admin = null;
        try {
            admin = Admin.create(settings.admin());
            return new Deadline(MOST, System::nanoTime).get(admin.listTopics().names());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while waiting for Kafka");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new SettingsException("Kafka at " + settings.brokers() + " cannot be used (" + KafkaErrorText.of(e)
                    + "); start it, or set KAFKA_BROKERS or kafka.brokers");
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }
}
