package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.sandbox.GuardedBroker;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** What lets the service forget stands beside what it stands for: with topics that refuse, commands that are killed, and two at once. */
class LedgerIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final String NEVER = "0 0 0 1 1 ? 2099";

    @TempDir
    Path dir;

    /** A stand whose service is the user simrelay of the broker, with all the rights that it takes. */
    private Stand guarded(GuardedBroker kafka, int cards) throws IOException {
        allow(
                kafka,
                ResourceType.TOPIC,
                "sim.",
                AclOperation.CREATE,
                AclOperation.DESCRIBE,
                AclOperation.DESCRIBE_CONFIGS);
        allow(kafka, ResourceType.TRANSACTIONAL_ID, "simrelay-", AclOperation.WRITE);
        for (String topic :
                List.of("sweeps", "failures", "checkpoints", "usage", "balance", "expiry", "state", "tariff")) {
            kafka.allow(ResourceType.TOPIC, "sim." + topic, AclOperation.WRITE);
        }
        kafka.allow(ResourceType.TOPIC, "sim.checkpoints", AclOperation.READ);
        kafka.allow(ResourceType.TOPIC, "sim.failures", AclOperation.READ);
        kafka.allow(ResourceType.GROUP, "simrelay", AclOperation.READ);
        Stand stand = alone(new Stand(dir, new SimulatorConfig(), Cards.inventory(cards), List.of(kafka.broker())));
        stand.set("KAFKA_BROKERS", kafka.servers());
        kafka.user()
                .forEach((name, value) ->
                        stand.set("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return stand;
    }

    private static void allow(GuardedBroker kafka, ResourceType type, String prefix, AclOperation... operations) {
        kafka.allow(new ResourcePattern(type, prefix, PatternType.PREFIXED), operations);
    }

    /** The usage poll alone, by hand or once soon. */
    private static Stand alone(Stand stand) {
        stand.set("CMIOT_ENABLED", "false").set("IOTBOS_BATCH_SIZE", "50").set("IOTBOS_USAGE_CRON", NEVER);
        for (String query : List.of("BALANCE", "EXPIRY", "STATE", "TARIFF")) {
            stand.set("IOTBOS_" + query + "_CRON", NEVER);
        }
        return stand;
    }

    private static List<JsonNode> values(Stand stand, String topic) {
        return stand.records(topic).stream()
                .filter(record -> record.value() != null)
                .map(Read::value)
                .map(LedgerIT::json)
                .toList();
    }

    private static List<JsonNode> ends(Stand stand) {
        return values(stand, "sim.sweeps").stream()
                .filter(sweep -> sweep.path("phase").asText().equals("ended"))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void aSweepWhoseEndAndFailuresAreRefusedGetsThemAtTheNextStartThatMayTellThem() throws Exception {
        SameDay.await();
        int cards = 2_000;
        try (GuardedBroker kafka = GuardedBroker.start(dir.resolve("kafka"));
                Stand stand = guarded(kafka, cards)) {
            // a quarter of a minute from the first card to the spent budget, in which the rights are taken
            stand.set("IOTBOS_MAIN_REQUESTS_PER_DAY", "31").set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "2");
            Path log = dir.resolve("once.log");
            ChildProcess once = stand.start(log, "once", "iotbos-usage");
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(stand.records("sim.usage"))
                    .isNotEmpty());
            kafka.forbid(ResourceType.TOPIC, "sim.sweeps", AclOperation.WRITE);
            kafka.forbid(ResourceType.TOPIC, "sim.failures", AclOperation.WRITE);
            assertThat(once.process().waitFor(MOST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(once.process().exitValue()).as(Files.readString(log)).isEqualTo(2);
            assertThat(Files.readString(log)).contains("refuses a record for good");
            assertThat(ends(stand)).isEmpty();

            kafka.allow(ResourceType.TOPIC, "sim.sweeps", AclOperation.WRITE);
            kafka.allow(ResourceType.TOPIC, "sim.failures", AclOperation.WRITE);
            ChildProcess again = stand.start(dir.resolve("again.log"), "run");
            await().atMost(MOST).untilAsserted(() -> assertThat(ends(stand)).hasSize(1));
            assertThat(again.stop(MOST)).isTrue();

            JsonNode end = ends(stand).get(0);
            assertThat(end.path("outcome").asText()).isEqualTo("failed");
            long failed = values(stand, "sim.failures").stream()
                    .mapToLong(failure -> failure.path("count").asLong())
                    .sum();
            assertThat(end.path("failed").asLong()).isEqualTo(failed).isPositive();
            assertThat(end.path("published").asLong() + failed).isEqualTo(cards);
        }
    }

    @Test
    void aFailureThatMayNotBeToldHoldsUpNeitherOtherPollsNorLaterSweeps() throws Exception {
        try (GuardedBroker kafka = GuardedBroker.start(dir.resolve("kafka"));
                Stand stand = guarded(kafka, 100)) {
            stand.set("IOTBOS_USAGE_CRON", "0/6 * * * * ?").set("IOTBOS_STATE_CRON", "3/6 * * * * ?");
            Path log = dir.resolve("run.log");
            ChildProcess service = stand.start(log, "run");
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(ends(stand))
                    .isNotEmpty());
            kafka.forbid(ResourceType.TOPIC, "sim.failures", AclOperation.WRITE);
            stand.vendor.poison(Cards.inventory(100).get(3));
            await().atMost(MOST).untilAsserted(() -> assertThat(Files.readString(log))
                    .contains("sim.failures refuses a record for good"));
            stand.vendor.heal();
            // topics have several partitions, and so no order
            List<JsonNode> before = ends(stand);
            await().atMost(MOST).untilAsserted(() -> assertThat(ends(stand))
                    .filteredOn(end -> !before.contains(end))
                    .filteredOn(end -> end.path("outcome").asText().equals("complete"))
                    .extracting(end -> end.path("poll").asText())
                    .contains("iotbos-usage", "iotbos-state"));
            kafka.allow(ResourceType.TOPIC, "sim.failures", AclOperation.WRITE);
            await().atMost(MOST).untilAsserted(() -> assertThat(ends(stand))
                    .anyMatch(end -> end.path("outcome").asText().equals("partial")));
            await().atMost(MOST).untilAsserted(() -> assertThat(values(stand, "sim.failures"))
                    .isNotEmpty());
            assertThat(service.stop(MOST)).isTrue();
        }
    }

    @Test
    void aSweepOfOnceThatWasKilledIsEndedByTheNextRun() throws Exception {
        int cards = 4_000;
        try (Stand stand = alone(new Stand(dir, new SimulatorConfig(), Cards.inventory(cards)))) {
            // slow enough to be killed on its way
            stand.set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "4");
            ChildProcess once = stand.start(dir.resolve("once.log"), "once", "iotbos-usage");
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(stand.records("sim.usage"))
                    .isNotEmpty());
            once.kill();
            assertThat(ends(stand)).isEmpty();

            stand.set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "200");
            ChildProcess service = stand.start(dir.resolve("run.log"), "run");
            await().atMost(MOST).untilAsserted(() -> assertThat(ends(stand)).hasSize(1));
            assertThat(service.stop(MOST)).isTrue();
            JsonNode end = ends(stand).get(0);
            assertThat(end.path("published").asLong() + end.path("failed").asLong())
                    .isEqualTo(cards);
            assertThat(stand.records("sim.usage").stream().map(Read::key).distinct())
                    .hasSize((int) end.path("published").asLong());
        }
    }

    @Test
    void aCommandBesideAServiceNamesItAndTakesItsAccountsOnlyWhereItIsTold() throws Exception {
        int cards = 1_000;
        try (Stand stand = alone(new Stand(dir, new SimulatorConfig(), Cards.inventory(cards)))) {
            stand.set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "20").set("HTTP_ADDRESS", "machine-7:8077");
            Path log = dir.resolve("run.log");
            ChildProcess service = stand.start(log, "run");
            await().atMost(MOST)
                    .untilAsserted(() -> assertThat(Files.readString(log)).contains("started: "));

            Stand.Result refused = stand.run("once", "iotbos-usage");
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.output()).contains("/iotbos/main", "machine-7:8077", "--take-over");
            assertThat(stand.vendor.counters().requests()).isZero();

            Stand.Result told = stand.run("once", "iotbos-usage", "--take-over");
            assertThat(told.exit()).as(told.output()).isZero();
            assertThat(service.isAlive()).isTrue();
            assertThat(service.stop(MOST)).isTrue();
            assertThat(stand.run("once", "iotbos-usage").exit()).isZero();
            assertThat(ends(stand))
                    .hasSize(2)
                    .allMatch(end -> end.path("outcome").asText().equals("complete"));
        }
    }
}
