package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** kill -9 at random moments: the sweep goes on under its own id, and in the end every card is there. */
class CrashIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final int CARDS = 20_000;
    private static final int BATCH = 50;
    private static final int PACE = 12;
    // after each Kafka waits 6 s for the process that is gone
    private static final int KILLS = 6;

    // what was in flight, and what went out since the last checkpoint that Kafka has: one each 2 s, and its
    // acknowledgement
    private static final int ASKED_TWICE = 8 + 3 * PACE;

    @TempDir
    Path dir;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final ZonedDateTime tick = PastSweep.tick();
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void aSweepThatIsKilledAgainAndAgainEndsCompleteWithEveryCard() throws Exception {
        List<String> cards = Cards.inventory(CARDS);
        try (Stand stand = new Stand(dir, new SimulatorConfig().latency(Duration.ofMillis(40)), cards)) {
            stand.set("CMIOT_ENABLED", "false")
                    .set("IOTBOS_BATCH_SIZE", Integer.toString(BATCH))
                    // slow enough to be killed on its way
                    .set("IOTBOS_MAIN_REQUESTS_PER_SECOND", Integer.toString(PACE))
                    .set("IOTBOS_USAGE_CRON", PastSweep.hourly(tick));
            PastSweep.remember(stand, "iotbos-usage", tick, 1);
            for (String query : List.of("BALANCE", "EXPIRY", "STATE", "TARIFF")) {
                stand.set("IOTBOS_" + query + "_CRON", "0 0 0 1 1 ? 2099");
            }
            killedAgainAndAgain(stand, "sim.usage", KILLS, CARDS);

            endsOnceAndComplete(stand, "sim.usage", cards);
            int least = CARDS / BATCH + KILLS + 1;
            assertThat(stand.vendor.counters().requests())
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(least + (long) KILLS * ASKED_TWICE);
        }
    }

    @Test
    void aSweepOfPagesStartsAgainUnderItsOwnIdAndEndsComplete() throws Exception {
        List<String> arrears = Cards.inventory(600);
        try (Stand stand = new Stand(dir, new SimulatorConfig().arrears(arrears), List.of())) {
            stand.set("IOTBOS_ENABLED", "false")
                    .set("CMIOT_MAIN_REQUESTS_PER_SECOND", "4")
                    .set("CMIOT_ARREARAGE_CRON", PastSweep.hourly(tick));
            PastSweep.remember(stand, "cmiot-arrearage", tick, 1);
            killedAgainAndAgain(stand, "sim.arrearage", 3, arrears.size());

            endsOnceAndComplete(stand, "sim.arrearage", arrears);
        }
    }

    /** Kills the service each time the sweep has come up to so many cards further, and lets the last one end. */
    private void killedAgainAndAgain(Stand stand, String topic, int kills, int cards) {
        ChildProcess service = stand.start(dir.resolve("run-0.log"), "run");
        int seen = 0;
        for (int kill = 1; kill <= kills; kill++) {
            // half of what is left for the kills to come: the sweep moves on between the look and the kill
            int goal = seen + 1 + random.nextInt(Math.max(1, (cards - seen) / (2 * (kills - kill + 1))));
            await("kill " + kill + ", seed " + seed).atMost(MOST).untilAsserted(() -> assertThat(distinct(stand, topic))
                    .hasSizeGreaterThanOrEqualTo(goal));
            service.kill();
            assertThat(ends(stand)).as("kill " + kill + ", seed " + seed).isEmpty();
            seen = distinct(stand, topic).size();
            service = stand.start(dir.resolve("run-" + kill + ".log"), "run");
        }
        await("the end, seed " + seed).atMost(MOST).untilAsserted(() -> assertThat(ends(stand))
                .isNotEmpty());
        assertThat(service.stop(MOST)).isTrue();
    }

    private void endsOnceAndComplete(Stand stand, String topic, List<String> cards) {
        assertThat(distinct(stand, topic)).as("seed " + seed).isEqualTo(new HashSet<>(cards));
        List<JsonNode> ends = ends(stand);
        assertThat(ends).as("seed " + seed).hasSize(1);
        assertThat(ends.get(0).get("outcome").textValue()).isEqualTo("complete");
        assertThat(ends.get(0).get("published").intValue()).isEqualTo(cards.size());
        Set<String> sweeps = new HashSet<>();
        stand.records(topic).forEach(record -> sweeps.add(record.headers().get("ce_sweep")));
        assertThat(sweeps).containsExactly(ends.get(0).get("sweep").textValue());
    }

    private static Set<String> distinct(Stand stand, String topic) {
        Set<String> keys = new HashSet<>();
        stand.records(topic).forEach(record -> keys.add(record.key()));
        return keys;
    }

    private static List<JsonNode> ends(Stand stand) {
        return stand.records("sim.sweeps").stream()
                .map(Read::value)
                .map(CrashIT::json)
                .filter(sweep -> sweep.get("phase").textValue().equals("ended"))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
