package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.config.Settings;
import org.simrelay.sandbox.Broker;
import org.simrelay.sandbox.GuardedBroker;

/** What a cluster cannot do, or does not allow, is said before a vendor is asked. */
@Timeout(300)
class ClusterCheckIT {

    private static final Set<String> TOPICS = Set.of("sim.usage", "sim.sweeps", "sim.failures", "sim.checkpoints");
    private static final Set<String> IDS = Set.of("simrelay-iotbos-main");

    private static final Duration MOST = Duration.ofMinutes(1);

    @TempDir
    private Path dir;

    private ClusterCheck check(String brokers, Map<String, String> client) throws Exception {
        List<String> lines = new ArrayList<>(List.of("kafka.brokers=" + brokers));
        client.forEach((name, value) -> lines.add("kafka." + name + "=" + value));
        Path file = Files.write(dir.resolve("application.properties"), lines);
        return new ClusterCheck(new KafkaSettings(Settings.load(file, Map.of())), 65_536);
    }

    private static Admin admin(Broker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static Map<String, String> settings(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<String, String> settings = new HashMap<>();
        for (Config config : admin.describeConfigs(List.of(resource))
                .all()
                .get(60, TimeUnit.SECONDS)
                .values()) {
            config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        }
        return settings;
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get(60, TimeUnit.SECONDS).values().stream()
                .mapToInt(described -> described.partitions().size())
                .sum();
    }

    private static void set(Admin admin, String topic, String name, String value) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get(60, TimeUnit.SECONDS);
        await().atMost(MOST).until(() -> settings(admin, topic).get(name), value::equals);
    }

    @Test
    void topicsAreMadeAsTheServiceNeedsThemAndALaterChangeIsFound() throws Exception {
        try (Broker broker = Broker.start(dir.resolve("kafka"));
                Admin admin = admin(broker)) {
            ClusterCheck check = check(broker.bootstrapServers(), Map.of());
            assertThat(check.look(TOPICS, IDS, true)).isEmpty();
            assertThat(check.missesTopics()).isTrue();
            assertThat(admin.listTopics(new ListTopicsOptions().listInternal(true))
                            .names()
                            .get(60, TimeUnit.SECONDS))
                    .isEmpty();

            assertThat(check.problems(TOPICS, IDS)).isEmpty();
            // a broker knows a moment later what its controller has written
            await().atMost(MOST).untilAsserted(() -> {
                assertThat(check.look(TOPICS, IDS, true)).isEmpty();
                assertThat(check.missesTopics()).isFalse();
            });

            assertThat(partitions(admin, "sim.checkpoints")).isEqualTo(48);
            assertThat(settings(admin, "sim.checkpoints"))
                    .containsEntry("cleanup.policy", "compact")
                    .containsEntry("segment.bytes", "16777216")
                    .containsEntry("segment.ms", "3600000")
                    .containsEntry("min.cleanable.dirty.ratio", "0.1");
            assertThat(settings(admin, "sim.sweeps")).containsEntry("cleanup.policy", "delete");
            assertThat(partitions(admin, "sim.usage")).isEqualTo(3);

            set(admin, "sim.checkpoints", "cleanup.policy", "delete");
            set(admin, "sim.sweeps", "cleanup.policy", "compact");
            set(admin, "sim.usage", "max.message.bytes", "80");
            set(admin, "sim.failures", "min.insync.replicas", "2");
            assertThat(check.problems(TOPICS, IDS))
                    .satisfiesExactly(
                            message -> assertThat(message).startsWith("sim.checkpoints has cleanup.policy=delete"),
                            message -> assertThat(message).startsWith("sim.failures has min.insync.replicas=2"),
                            message -> assertThat(message).startsWith("sim.sweeps has cleanup.policy=compact"),
                            message -> assertThat(message).startsWith("sim.usage has max.message.bytes=80"));
        }
    }

    @Test
    void checkpointsOfAnOlderInstallationAndBrokersDefaultsAreLookedAt() throws Exception {
        Map<String, String> defaults = Map.of("message.max.bytes", "5000", "log.cleanup.policy", "compact");
        try (Broker broker = Broker.start(dir.resolve("kafka"), defaults);
                Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic("sim.checkpoints", 3, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "1048588"))))
                    .all()
                    .get(60, TimeUnit.SECONDS);
            await().atMost(MOST)
                    .until(
                            () -> admin.listTopics().names().get(60, TimeUnit.SECONDS),
                            names -> names.contains("sim.checkpoints"));
            assertThat(check(broker.bootstrapServers(), Map.of()).problems(TOPICS, IDS))
                    .satisfiesExactly(
                            message -> assertThat(message).startsWith("sim.failures has max.message.bytes=5000"),
                            message -> assertThat(message).startsWith("sim.sweeps has max.message.bytes=5000"),
                            message -> assertThat(message).startsWith("sim.usage has max.message.bytes=5000"));
            assertThat(partitions(admin, "sim.checkpoints")).isEqualTo(3);
        }
    }

    @Test
    void transactionsThatAClusterIsTooSmallForAreSaidAndNotWaitedFor() throws Exception {
        try (Broker broker =
                Broker.start(dir.resolve("kafka"), Map.of("transaction.state.log.replication.factor", "3"))) {
            ClusterCheck check = check(broker.bootstrapServers(), Map.of());
            for (int time = 1; time <= 2; time++) {
                assertThat(check.problems(TOPICS, IDS))
                        .singleElement()
                        .asString()
                        .contains("transaction.state.log.replication.factor is 3 but there is 1 broker; start more");
            }
        }
    }

    @Test
    void rightsThatAreMissingAreNamedOneByOne() throws Exception {
        try (GuardedBroker guarded = GuardedBroker.start(dir.resolve("kafka"))) {
            ClusterCheck check = check(guarded.servers(), guarded.user());
            assertThat(check.look(TOPICS, IDS, false))
                    .hasSize(5)
                    .anyMatch(message -> message.startsWith("topic sim.usage is missing, or may not be seen"));
            assertThat(check.problems(TOPICS, IDS))
                    .hasSize(5)
                    .anyMatch(message -> message.startsWith("topic sim.usage is missing, or may not be seen"))
                    .anyMatch(message -> message.startsWith("transactions of simrelay-iotbos-main are not allowed"));

            ResourcePattern ours = new ResourcePattern(ResourceType.TOPIC, "sim.", PatternType.PREFIXED);
            guarded.allow(ours, AclOperation.CREATE, AclOperation.DESCRIBE);
            guarded.allow(
                    new ResourcePattern(ResourceType.TRANSACTIONAL_ID, "simrelay-", PatternType.PREFIXED),
                    AclOperation.WRITE);
            await().atMost(MOST).untilAsserted(() -> assertThat(check.problems(TOPICS, IDS))
                    .containsExactly(
                            missing("sim.checkpoints", "written", "Write"),
                            missing("sim.checkpoints", "read: what the service remembers stands there", "Read"),
                            missing("sim.failures", "written", "Write"),
                            missing("sim.sweeps", "written", "Write"),
                            missing("sim.usage", "written", "Write")));

            guarded.allow(ours, AclOperation.WRITE);
            guarded.allow(ResourceType.TOPIC, "sim.checkpoints", AclOperation.READ);
            await().atMost(MOST)
                    .untilAsserted(() -> assertThat(check.problems(TOPICS, IDS)).isEmpty());

            assertThat(check.look(TOPICS, IDS, false)).isEmpty();
            assertThat(check.look(TOPICS, IDS, true)).containsExactly(noGroup("Read, which carries Describe"));
            guarded.allow(ResourceType.GROUP, "simrelay", AclOperation.DESCRIBE);
            await().atMost(MOST).untilAsserted(() -> assertThat(check.look(TOPICS, IDS, true))
                    .containsExactly(noGroup("Read, which joining it takes, beside Describe")));
            guarded.allow(ResourceType.GROUP, "simrelay", AclOperation.READ);
            await().atMost(MOST).untilAsserted(() -> assertThat(check.look(TOPICS, IDS, true))
                    .isEmpty());
        }
    }

    private static String noGroup(String right) {
        return "the group simrelay, by which machines share the accounts, may not be joined; allow the service to: "
                + right
                + ": kafka-acls.sh --add --allow-principal User:<the service's> --operation Read --group simrelay";
    }

    private String missing(String topic, String what, String operation) throws Exception {
        String brokers =
                Files.readAllLines(dir.resolve("application.properties")).get(0);
        return topic + " may not be " + what + "; kafka-acls.sh --bootstrap-server "
                + brokers.substring("kafka.brokers=".length())
                + " --add --allow-principal User:<the service's> --operation " + operation + " --topic " + topic;
    }

    @Test
    void aBrokerThatIsNotThereIsSaidInSeconds() throws Exception {
        ClusterCheck check = check("127.0.0.1:1", Map.of());
        assertThatThrownBy(() -> check.problems(TOPICS, IDS))
                .hasMessageContaining("Kafka at 127.0.0.1:1 cannot be used")
                .hasMessageContaining("KAFKA_BROKERS");
    }
}
