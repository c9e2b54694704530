package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SeenRequest;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** Three machines with the same settings: one has the account, and when it is stopped, paused or killed another goes on with its sweep. */
class MachinesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final int CARDS = 3_600;
    private static final int BATCH = 20;
    private static final int PACE = 5;
    private static final int TAKEOVERS = 3;
    private static final String SWEEPS = "SweepLog - iotbos-usage@";

    // what was in flight, and what went out since the last checkpoint that Kafka has
    private static final int ASKED_TWICE = 4 + 3 * PACE;

    @TempDir
    Path dir;

    private Fleet.Machine start(Stand stand, String name) {
        Path log = dir.resolve(name + ".log");
        return new Fleet.Machine(stand.start(log, "run"), log);
    }

    private static void awaitStart(Fleet.Machine machine) {
        await().atMost(MOST).until(() -> machine.text().contains("started: "));
    }

    /** The one whose log says that it begins or goes on with a sweep, of these. */
    private static Fleet.Machine owner(List<Fleet.Machine> machines) {
        return await().pollInterval(Duration.ofMillis(20))
                .atMost(MOST)
                .until(
                        () -> machines.stream()
                                .filter(machine -> machine.text().contains(SWEEPS))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<Fleet.Machine> others(List<Fleet.Machine> machines, Fleet.Machine one) {
        return machines.stream().filter(machine -> !machine.equals(one)).toList();
    }

    @Test
    void aSweepGoesOnOnAnotherMachineWhateverBecomesOfItsOwn() throws Exception {
        List<String> cards = Cards.inventory(CARDS);
        ZonedDateTime tick = PastSweep.tick();
        try (Stand stand = new Stand(dir, new SimulatorConfig().latency(Duration.ofMillis(40)), cards)) {
            stand.set("CMIOT_ENABLED", "false")
                    .set("IOTBOS_BATCH_SIZE", Integer.toString(BATCH))
                    .set("IOTBOS_MAIN_REQUESTS_PER_SECOND", Integer.toString(PACE))
                    .set("IOTBOS_USAGE_CRON", PastSweep.hourly(tick));
            for (String query : List.of("BALANCE", "EXPIRY", "STATE", "TARIFF")) {
                stand.set("IOTBOS_" + query + "_CRON", "0 0 0 1 1 ? 2099");
            }
            PastSweep.remember(stand, "iotbos-usage", tick, 3);
            List<Fleet.Machine> machines = List.of(start(stand, "one"), start(stand, "two"), start(stand, "three"));
            Fleet.Machine deployed = owner(machines);
            List<Fleet.Machine> two = others(machines, deployed);
            two.forEach(MachinesIT::awaitStart);
            awaitCards(stand, 100);
            assertThat(deployed.text()).contains(SWEEPS + tick.toInstant() + " started");
            two.forEach(machine -> assertThat(machine.text()).doesNotContain(SWEEPS));

            // a rolling deploy
            deployed.signal("TERM");
            Fleet.Machine paused = owner(two);
            assertThat(deployed.child().process().waitFor(MOST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(deployed.child().process().exitValue()).isZero();
            awaitCards(stand, seen(stand) + 100);

            // a pause: it asks nothing when it wakes
            Set<String> before = tokens(stand);
            awaitRequest(stand);
            paused.signal("STOP");
            Fleet.Machine last = owner(others(two, paused));
            awaitCards(stand, seen(stand) + 60);
            Instant woken = Instant.now();
            paused.signal("CONT");
            await().atMost(MOST).until(() -> paused.text().contains("does not know this process as a member"));
            awaitCards(stand, seen(stand) + 60);
            assertThat(stand.vendor.seen().stream()
                            .filter(request -> request.at().isAfter(woken))
                            .map(MachinesIT::token)
                            .filter(before::contains))
                    .as("asked by the one that woke")
                    .isEmpty();

            last.child().kill();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(MOST)
                    .until(() -> count(paused.text(), " resumed\n") == 2);
            await().atMost(MOST)
                    .untilAsserted(() -> assertThat(ends(stand, "complete")).isNotEmpty());
            assertThat(paused.child().stop(MOST)).isTrue();

            assertThat(keys(stand)).isEqualTo(new HashSet<>(cards));
            String sweep = "iotbos-usage@" + tick.toInstant();
            assertThat(ends(stand, "complete")).singleElement().satisfies(end -> {
                assertThat(end.get("sweep").textValue()).isEqualTo(sweep);
                assertThat(end.get("published").intValue()).isEqualTo(CARDS);
            });
            // that of two hours ago stands for that of an hour ago too
            assertThat(ends(stand, "skipped")).singleElement().satisfies(end -> assertThat(
                            end.get("scheduledAt").textValue())
                    .isEqualTo(tick.minusHours(2).toInstant().toString()));
            assertThat(stand.records("sim.sweeps")).hasSize(3);
            assertThat(stand.records("sim.usage").stream()
                            .map(read -> read.headers().get("ce_sweep"))
                            .distinct())
                    .containsExactly(sweep);
            assertThat(stand.vendor.counters().requests())
                    .isLessThanOrEqualTo(CARDS / BATCH + 1 + TAKEOVERS + (long) TAKEOVERS * ASKED_TWICE);
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    private static void awaitCards(Stand stand, int least) {
        await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(keys(stand))
                .hasSizeGreaterThanOrEqualTo(least));
    }

    /** Returns when one has just come: the next is not on its way, and so does not go out when a paused process wakes. */
    private static void awaitRequest(Stand stand) {
        long before = stand.vendor.counters().requests();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(MOST)
                .until(() -> stand.vendor.counters().requests() > before);
    }

    private static int seen(Stand stand) {
        return keys(stand).size();
    }

    private static Set<String> keys(Stand stand) {
        Set<String> keys = new HashSet<>();
        stand.records("sim.usage").forEach(record -> keys.add(record.key()));
        return keys;
    }

    private static Set<String> tokens(Stand stand) {
        Set<String> tokens = new HashSet<>();
        stand.vendor.seen().forEach(request -> tokens.add(token(request)));
        tokens.remove("");
        return tokens;
    }

    private static String token(SeenRequest request) {
        return request.parameters().getOrDefault("accessToken", "");
    }

    private static List<JsonNode> ends(Stand stand, String outcome) {
        return stand.records("sim.sweeps").stream()
                .map(Read::value)
                .map(MachinesIT::json)
                .filter(sweep -> sweep.path("outcome").asText().equals(outcome))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
