package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.config.Settings;
import org.simrelay.sandbox.Broker;
import org.simrelay.sandbox.GuardedBroker;

@Timeout(120)
class TopicsIT {

    @TempDir
    private Path dir;

    private KafkaSettings settings(String... lines) throws Exception {
        Path file = Files.write(dir.resolve("application.properties"), List.of(lines));
        return new KafkaSettings(Settings.load(file, Map.of()));
    }

    private static Config config(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get(20, TimeUnit.SECONDS)
                .getOrDefault(resource, new Config(List.of()));
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get(20, TimeUnit.SECONDS).values().stream()
                .mapToInt(described -> described.partitions().size())
                .sum();
    }

    @Test
    void checkpointsHaveAPartitionForEachAccountAndAreCompactedWithinTheHour() throws Exception {
        try (Broker broker = Broker.start(dir.resolve("kafka"));
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            KafkaSettings settings = settings("kafka.brokers=" + broker.bootstrapServers());
            new Topics(settings).ensure(List.of("sim.checkpoints", "sim.sweeps", "sim.usage"));

            // the news of a new topic travels within the broker
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> partitions(admin, "sim.checkpoints"), Integer.valueOf(48)::equals);
            Config checkpoints = config(admin, "sim.checkpoints");
            assertThat(checkpoints.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(checkpoints.get("segment.bytes").value()).isEqualTo("16777216");
            assertThat(checkpoints.get("segment.ms").value()).isEqualTo("3600000");
            assertThat(checkpoints.get("min.cleanable.dirty.ratio").value()).isEqualTo("0.1");
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> partitions(admin, "sim.usage") == 3);
            assertThat(config(admin, "sim.sweeps").get("cleanup.policy").value())
                    .isEqualTo("delete");
        }
    }

    @Test
    void checkpointsOfAnOlderInstallationStayAsTheyAre() throws Exception {
        try (Broker broker = Broker.start(dir.resolve("kafka"));
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic("sim.checkpoints", 3, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get(20, TimeUnit.SECONDS);
            new Topics(settings("kafka.brokers=" + broker.bootstrapServers())).ensure(List.of("sim.checkpoints"));
            assertThat(partitions(admin, "sim.checkpoints")).isEqualTo(3);
        }
    }

    @Test
    void aTopicIsCreatedWhereTheServiceHasTheRightTo() throws Exception {
        try (GuardedBroker guarded = GuardedBroker.start(dir.resolve("kafka"))) {
            KafkaSettings settings = settings(
                    "kafka.brokers=" + guarded.servers(),
                    "kafka.security.protocol=" + guarded.user().get("security.protocol"),
                    "kafka.sasl.mechanism=" + guarded.user().get("sasl.mechanism"),
                    "kafka.sasl.jaas.config=" + guarded.user().get("sasl.jaas.config"));
            Topics topics = new Topics(settings);
            assertThatThrownBy(() -> topics.ensure(List.of("sim.usage"))).hasMessageContaining("sim.usage");
            guarded.allow(ResourceType.TOPIC, "sim.usage", AclOperation.CREATE);
            topics.ensure(List.of("sim.usage"));
        }
    }
}
