package org.simrelay.sandbox.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.sandbox.Broker;

@Timeout(300)
class RecordReaderIT {
    @TempDir
    private Path dir;

    @Test
    void readsTopicsThatAppearLaterFromTheirBeginning() throws Exception {
        try (Broker broker = Broker.start(dir);
                RecordReader reader = new RecordReader(broker.bootstrapServers())) {
            assertThat(reader.poll(Duration.ofMillis(500))).isEmpty();
            publish(broker.bootstrapServers(), "{\"card\":\"1\",\"monthlyFee\":1.00}");
            List<SimRecord> records = new ArrayList<>();
            await().atMost(60, TimeUnit.SECONDS).until(() -> {
                records.addAll(reader.poll(Duration.ofMillis(200)));
                return records.size() == 2;
            });
            assertThat(records.get(0).isCard()).isTrue();
            assertThat(records.get(0).sweep()).isEqualTo("iotbos-tariff@2026-11-22T08:00:00Z");
            assertThat(records.get(0).value().path("monthlyFee").asText()).isEqualTo("1.00");
            assertThat(records.get(1).value().isMissingNode()).isTrue();
        }
    }

    private static void publish(String servers, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        try (Admin admin = Admin.create(settings);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            NewTopic topic = new NewTopic("sim.tariff", Optional.empty(), Optional.empty());
            admin.createTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);
            for (String text : List.of(value, "no JSON {")) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("sim.tariff", 0, bytes("1"), bytes(text));
                record.headers().add("ce_sweep", bytes("iotbos-tariff@2026-11-22T08:00:00Z"));
                producer.send(record).get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
