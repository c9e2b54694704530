package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.sandbox.Broker;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** Topics as settings ask for them, and as subscribers read them. */
class TopicsIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USAGE = "sim.usage";
    private static final String CLOSES_A_SEGMENT = "closes a segment";
    private static final List<String> TOPICS = List.of(
            "sim.arrearage",
            USAGE,
            "sim.balance",
            "sim.expiry",
            "sim.state",
            "sim.tariff",
            "sim.sweeps",
            "sim.failures",
            "sim.checkpoints");

    @TempDir
    Path dir;

    @Test
    void aCompactedTopicIsThePresentStateAndTheSdkReadsAllOfThem() throws Exception {
        List<String> cards = Cards.inventory(60);
        try (Stand stand = new Stand(dir, new SimulatorConfig().arrears(3), cards);
                Admin admin = Admin.create(Map.of("bootstrap.servers", Broker.bootstrapServers(stand.brokers)))) {
            stand.set("TOPIC_USAGE_PARTITIONS", "2")
                    .set("TOPIC_USAGE_CLEANUP", "compact")
                    .set("TOPIC_BALANCE_RETENTION", "30d");
            stand.vendor.poison(cards.get(5));
            assertThat(stand.run("once").exit()).isEqualTo(1);
            assertThat(admin.describeTopics(List.of(USAGE))
                            .allTopicNames()
                            .get()
                            .get(USAGE)
                            .partitions())
                    .hasSize(2);
            assertThat(config(admin, USAGE)).containsEntry("cleanup.policy", "compact");
            assertThat(config(admin, "sim.balance")).containsEntry("retention.ms", "2592000000");
            TOPICS.forEach(topic -> readBySdk(stand, topic));

            stand.vendor.heal();
            stand.vendor.omitAlways(cards.get(17));
            Stand.Result second = stand.set("TOPIC_USAGE_PARTITIONS", "3").run("once", "iotbos-usage");
            assertThat(second.exit()).as(second.output()).isZero();
            assertThat(second.output()).contains(USAGE + " has 2 partitions, topic.usage.partitions asks for 3");
            Map<String, Read> last = new TreeMap<>();
            stand.records(USAGE).forEach(record -> last.put(record.key(), record));
            cleanAtOnce(admin);

            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                closeSegments(stand);
                assertThat(cards(stand)).hasSize(cards.size());
            });
            List<Read> present = cards(stand);
            assertThat(present).containsExactlyInAnyOrderElementsOf(last.values());
            assertThat(present).extracting(Read::key).containsExactlyInAnyOrderElementsOf(cards);
            for (Read record : present) {
                JsonNode value = JSON.readTree(record.value());
                assertThat(value.path("result").asText().equals("missing"))
                        .isEqualTo(record.key().equals(cards.get(17)));
            }
        }
    }

    private static List<Read> cards(Stand stand) {
        List<Read> records = new ArrayList<>(stand.records(USAGE));
        records.removeIf(record -> record.key().equals(CLOSES_A_SEGMENT));
        return records;
    }

    private static Map<String, String> config(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<String, String> config = new HashMap<>();
        admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .entries()
                .forEach(entry -> config.put(entry.name(), entry.value()));
        return config;
    }

    /** What a broker does within an hour or so: closes the segments and cleans them. */
    private static void cleanAtOnce(Admin admin) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, USAGE),
                        List.of(set("segment.ms", "1"), set("min.cleanable.dirty.ratio", "0.01")),
                        new ConfigResource(ConfigResource.Type.BROKER, ""),
                        List.of(set("log.cleaner.backoff.ms", "100"))))
                .all()
                .get();
    }

    /** A segment is closed when a record comes after it; again and again, since a broker learns of its settings a moment later. */
    private static void closeSegments(Stand stand) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Broker.bootstrapServers(stand.brokers)),
                new StringSerializer(),
                new StringSerializer())) {
            for (int partition = 0; partition < 2; partition++) {
                producer.send(new ProducerRecord<>(USAGE, partition, CLOSES_A_SEGMENT, null))
                        .get();
            }
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static void readBySdk(Stand stand, String topic) {
        List<Read> records = stand.records(topic);
        records.removeIf(record -> record.value() == null);
        assertThat(records).as(topic).isNotEmpty();
        try (CloudEventDeserializer sdk = new CloudEventDeserializer()) {
            for (Read record : records) {
                RecordHeaders headers = new RecordHeaders();
                record.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
                CloudEvent event =
                        sdk.deserialize(topic, headers, record.value().getBytes(StandardCharsets.UTF_8));
                assertThat(event.getType()).startsWith("simrelay.").endsWith(".v1");
                assertThat(event.getSource().toString()).matches("/(iotbos|cmiot)/main");
                assertThat(event.getId()).isEqualTo(record.headers().get("ce_id"));
                assertThat(event.getTime()).isNotNull();
                assertThat(String.valueOf(event.getExtension("sweep"))).contains("@20");
                assertThat(event.getDataContentType()).isEqualTo("application/json");
                assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(record.value());
            }
        }
    }
}
