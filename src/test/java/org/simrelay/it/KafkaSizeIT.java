package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.records.Json;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** A topic that takes no batch any more for a while, in the middle of a sweep: Kafka's client would die of it without a word. */
class KafkaSizeIT {

    private static final Duration MOST = Duration.ofMinutes(2);

    @TempDir
    Path dir;

    @Test
    void aTopicThatRefusesForSizeCostsNoSweepAndNoCardIsLost() throws Exception {
        List<String> cards = Cards.inventory(3_000);
        SimulatorConfig vendor = new SimulatorConfig().latency(Duration.ofMillis(200));
        try (Stand stand = new Stand(dir, vendor, cards);
                Admin admin = Admin.create(Map.of("bootstrap.servers", stand.broker.bootstrapServers()))) {
            stand.set("IOTBOS_BATCH_SIZE", "10").set("CMIOT_ENABLED", "false");
            Path log = dir.resolve("once.log");
            ChildProcess once = stand.start(log, "once", "iotbos-usage");
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(stand.records("sim.usage"))
                    .isNotEmpty());
            limit(admin, AlterConfigOp.OpType.SET);
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(stand.records("sim.failures"))
                    .hasSizeGreaterThan(20));
            limit(admin, AlterConfigOp.OpType.DELETE);

            assertThat(once.process().waitFor(MOST.toSeconds(), TimeUnit.SECONDS))
                    .as(Files.readString(log))
                    .isTrue();
            assertThat(once.process().exitValue()).as(Files.readString(log)).isEqualTo(1);
            Set<String> published = new HashSet<>();
            stand.records("sim.usage").forEach(record -> published.add(record.key()));
            Set<String> told = new HashSet<>(published);
            for (Read failure : stand.records("sim.failures")) {
                Json.MAPPER.readTree(failure.value()).required("cards").forEach(card -> told.add(card.textValue()));
            }
            assertThat(told).isEqualTo(new HashSet<>(cards));
            JsonNode end = stand.records("sim.sweeps").stream()
                    .map(record -> json(record.value()))
                    .filter(sweep -> sweep.required("phase").textValue().equals("ended"))
                    .findFirst()
                    .orElseThrow();
            assertThat(end.required("published").intValue()).isEqualTo(published.size());
            assertThat(end.required("failed").intValue()).isEqualTo(cards.size() - published.size());
            assertThat(Files.readString(log)).contains("a topic refuses batches as too large");
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static void limit(Admin admin, AlterConfigOp.OpType type) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "sim.usage");
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry("max.message.bytes", "80"), type);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get(20, TimeUnit.SECONDS);
    }
}
