package org.simrelay.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Loads the classes of Kafka's clients, without Kafka. */
public final class ClientClasses {

    /** Nothing listens there: the clients fail at once. */
    private static final String NOWHERE = "127.0.0.1:1";

    private static final int MOST_MILLIS = 300;

    /** What the service's clients ask a broker. */
    private static final List<ApiKeys> ASKED = List.of(
            ApiKeys.API_VERSIONS,
            ApiKeys.METADATA,
            ApiKeys.DESCRIBE_CONFIGS,
            ApiKeys.DESCRIBE_CLUSTER,
            ApiKeys.LIST_OFFSETS,
            ApiKeys.FETCH,
            ApiKeys.FIND_COORDINATOR,
            ApiKeys.INIT_PRODUCER_ID,
            ApiKeys.ADD_PARTITIONS_TO_TXN,
            ApiKeys.PRODUCE,
            ApiKeys.END_TXN);

    private ClientClasses() {}

    /** Makes one client of each kind, lets it fail, and closes it. */
    public static void load() {
        Map<String, Object> common = Map.of(
                "bootstrap.servers", NOWHERE, "request.timeout.ms", MOST_MILLIS, "default.api.timeout.ms", MOST_MILLIS);
        try (Admin admin = Admin.create(common)) {
            admin.listTopics().names().get(MOST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            // as meant
        }
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(common, new StringDeserializer(), new StringDeserializer())) {
            consumer.partitionsFor(Topics.CHECKPOINTS, Duration.ofMillis(MOST_MILLIS));
        } catch (KafkaException e) {
            // as meant
        }
        Map<String, Object> transactions = Map.of(
                "bootstrap.servers", NOWHERE, "max.block.ms", MOST_MILLIS, "transactional.id", "simrelay-prepare");
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(transactions, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            // as meant
        } finally {
            producer.close(Duration.ZERO);
        }
        for (ApiKeys key : ASKED) {
            key.messageType.newRequest();
            key.messageType.newResponse();
        }
    }
}
