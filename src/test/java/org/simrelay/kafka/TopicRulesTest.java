package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** check called all good what loses records, or takes none. */
class TopicRulesTest {

    private static final Map<String, String> GOOD =
            Map.of("cleanup.policy", "delete", "max.message.bytes", "1048588", "min.insync.replicas", "1");

    private final TopicRules rules = new TopicRules("k:1", 65_536);

    private List<String> with(String topic, String name, String value) {
        Map<String, String> settings = new java.util.HashMap<>(GOOD);
        if (topic.equals("sim.checkpoints")) {
            settings.put("cleanup.policy", "compact");
        }
        settings.put(name, value);
        return rules.settings(topic, settings, 1);
    }

    @Test
    void failuresThatAnOlderReleaseMadeAreToldOfAndLeft() {
        assertThat(rules.advice("sim.failures", Map.of("cleanup.policy", "delete")))
                .singleElement()
                .asString()
                .contains("sim.failures has cleanup.policy=delete", "--add-config cleanup.policy=compact");
        assertThat(rules.advice("sim.failures", Map.of("cleanup.policy", "compact")))
                .isEmpty();
        assertThat(rules.advice("sim.usage", GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sim.checkpoints | cleanup.policy | delete | cleanup.policy=compact",
                "sim.checkpoints | cleanup.policy | compact,delete | cleanup.policy=compact",
                "sim.checkpoints | cleanup.policy | delete, compact | cleanup.policy=compact",
                "sim.sweeps | cleanup.policy | compact | cleanup.policy=delete",
                "sim.sweeps | cleanup.policy | compact,delete | cleanup.policy=delete",
                "sim.usage | max.message.bytes | 65535 | max.message.bytes=1048588",
                "sim.failures | max.message.bytes | 80 | max.message.bytes=1048588",
                "sim.usage | min.insync.replicas | 2 | min.insync.replicas=1"
            })
    void whatLosesRecordsOrTakesNoneIsNamedWithItsValueAndTheRemedy(
            String topic, String name, String value, String remedy) {
        assertThat(with(topic, name, value))
                .singleElement()
                .asString()
                .startsWith(topic + " has " + name + "=" + value.replace(" ", ""))
                .contains("kafka-configs.sh --bootstrap-server k:1 --alter", "--entity-name " + topic, remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "sim.checkpoints, cleanup.policy, compact",
        "sim.sweeps, cleanup.policy, delete",
        "sim.usage, cleanup.policy, compact",
        "sim.failures, cleanup.policy, compact",
        "sim.usage, max.message.bytes, 65536",
        "sim.usage, retention.ms, 1"
    })
    void whatIsAnOperatorsChoiceIsLeftToHim(String topic, String name, String value) {
        assertThat(with(topic, name, value)).isEmpty();
    }

    @Test
    void aFailuresRecordFitsThoughBatchesAreSmall() {
        assertThat(new TopicRules("k:1", 0).settings("sim.failures", Map.of("max.message.bytes", "8000"), 1))
                .hasSize(1);
    }

    @Test
    void aRightThatIsMissingIsNamed() {
        Set<AclOperation> all = EnumSet.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);
        assertThat(rules.rights("sim.usage", EnumSet.of(AclOperation.DESCRIBE, AclOperation.READ)))
                .singleElement()
                .asString()
                .contains("sim.usage may not be written", "--operation Write --topic sim.usage");
        assertThat(rules.rights("sim.checkpoints", EnumSet.of(AclOperation.WRITE)))
                .singleElement()
                .asString()
                .contains("sim.checkpoints may not be read", "--operation Read --topic sim.checkpoints");
        assertThat(rules.rights("sim.failures", EnumSet.of(AclOperation.WRITE))).isEmpty();
        assertThat(rules.warnings("sim.failures", EnumSet.of(AclOperation.WRITE)))
                .singleElement()
                .asString()
                .contains("replay");
        assertThat(rules.rights("sim.checkpoints", all)).isEmpty();
        assertThat(rules.rights("sim.checkpoints", null)).isEmpty();
    }

    private static TopicWish wish(@Nullable Integer partitions, @Nullable String retention, @Nullable String cleanup) {
        return new TopicWish(partitions, retention, cleanup);
    }

    @Test
    void whatDiffersFromWhatIsAskedIsToldWithBothValuesAndTheRemedy() {
        Map<String, String> has = Map.of("cleanup.policy", "delete", "retention.ms", "604800000");
        assertThat(rules.differences("sim.usage", wish(6, "-1", "compact"), has, 3))
                .satisfiesExactlyInAnyOrder(
                        told -> assertThat(told)
                                .contains("has 3 partitions", "topic.usage.partitions asks for 6", "--partitions 6"),
                        told -> assertThat(told)
                                .contains("retention.ms=604800000", "topic.usage.retention asks for -1", "--alter"),
                        told -> assertThat(told)
                                .contains("cleanup.policy=delete", "topic.usage.cleanup asks for compact", "--alter"));
        assertThat(rules.differences("sim.usage", wish(2, null, null), has, 3))
                .singleElement()
                .asString()
                .contains("cannot become fewer");
    }

    @Test
    void whatIsAsAskedOrNotAskedIsNotTold() {
        Map<String, String> has = Map.of("cleanup.policy", "delete,compact", "retention.ms", "86400000");
        assertThat(rules.differences("sim.usage", wish(3, "86400000", "compact,delete"), has, 3))
                .isEmpty();
        assertThat(rules.differences("sim.usage", wish(null, null, null), has, 3))
                .isEmpty();
    }
}
