package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.GuardedBroker;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** The rights that src/docs/kafka.md lists are enough, and without one of them nothing is asked. */
class RightsIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void theRightsOfTheDocumentAreEnough() throws Exception {
        GuardedBroker guarded = GuardedBroker.start(dir.resolve("kafka"));
        try (Stand stand = new Stand(dir, new SimulatorConfig(), Cards.inventory(100), List.of(guarded.broker()))) {
            stand.set("KAFKA_BROKERS", guarded.servers()).set("CMIOT_ENABLED", "false");
            guarded.user()
                    .forEach((name, value) -> stand.set(
                            "KAFKA_" + name.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value));

            Result nothing = stand.run("check");
            assertThat(nothing.exit()).isEqualTo(2);
            assertThat(nothing.output())
                    .contains("topic sim.usage is missing, or may not be seen")
                    .doesNotContain(GuardedBroker.PASSWORD, "\tat ");

            ResourcePattern topics = new ResourcePattern(ResourceType.TOPIC, "sim.", PatternType.PREFIXED);
            guarded.allow(topics, AclOperation.CREATE, AclOperation.DESCRIBE, AclOperation.WRITE);
            guarded.allow(ResourceType.TOPIC, "sim.checkpoints", AclOperation.READ);
            guarded.allow(ResourceType.TOPIC, "sim.failures", AclOperation.READ);
            guarded.allow(ResourceType.GROUP, "simrelay", AclOperation.READ);
            guarded.allow(
                    new ResourcePattern(ResourceType.TRANSACTIONAL_ID, "simrelay-", PatternType.PREFIXED),
                    AclOperation.WRITE);
            Result check = stand.run("check");
            assertThat(check.output()).contains("all good").doesNotContain("created");
            assertThat(check.exit()).isZero();
            Result once = stand.run("once");
            assertThat(once.output())
                    .contains("topic sim.usage created", "allow the service DescribeConfigs")
                    .doesNotContain("ERROR", GuardedBroker.PASSWORD);
            assertThat(once.exit()).isZero();
            assertThat(stand.records("sim.usage")).hasSize(100);
            assertThat(stand.run("replay").exit()).isZero();

            guarded.forbid(ResourceType.TOPIC, "sim.checkpoints", AclOperation.READ);
            int asked = stand.vendor.seen().size();
            Result unread = stand.run("once");
            assertThat(unread.exit()).isEqualTo(2);
            assertThat(unread.output()).contains("sim.checkpoints may not be read");
            assertThat(stand.vendor.seen()).hasSize(asked);
        }
    }
}
