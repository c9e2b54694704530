package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final int CARDS = 6_000;
    private static final int KILLS = 4;

    @TempDir
    Path dir;

    @Test
    void aSweepThatIsKilledAgainAndAgainEndsCompleteWithEveryCard() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> cards = Cards.inventory(CARDS);
        try (Stand stand = new Stand(dir, new SimulatorConfig().latency(Duration.ofMillis(40)), cards)) {
            stand.set("CMIOT_ENABLED", "false")
                    .set("IOTBOS_BATCH_SIZE", "20")
                    // slow enough to be killed on its way: 300 requests in 15 s
                    .set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "20")
                    .set("IOTBOS_USAGE_CRON", hourlyFrom(Duration.ofSeconds(25)));
            for (String query : List.of("BALANCE", "EXPIRY", "STATE", "TARIFF")) {
                stand.set("IOTBOS_" + query + "_CRON", "0 0 0 1 1 ? 2099");
            }
            ChildProcess service = stand.start(dir.resolve("run-0.log"), "run");
            int seen = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                int goal = Math.min(CARDS, seen + 1 + random.nextInt(CARDS / (KILLS + 1)));
                await().atMost(MOST)
                        .untilAsserted(() -> assertThat(distinct(stand)).hasSizeGreaterThanOrEqualTo(goal));
                service.kill();
                seen = distinct(stand).size();
                service = stand.start(dir.resolve("run-" + kill + ".log"), "run");
            }
            await().atMost(MOST).untilAsserted(() -> assertThat(ends(stand)).isNotEmpty());
            assertThat(service.stop(Duration.ofSeconds(30))).isTrue();

            assertThat(distinct(stand)).as("seed " + seed).isEqualTo(new HashSet<>(cards));
            List<JsonNode> ends = ends(stand);
            assertThat(ends).as("seed " + seed).hasSize(1);
            assertThat(ends.get(0).get("outcome").textValue()).isEqualTo("complete");
            assertThat(ends.get(0).get("published").intValue()).isEqualTo(CARDS);
            Set<String> sweeps = new HashSet<>();
            stand.records("sim.usage")
                    .forEach(record -> sweeps.add(record.headers().get("ce_sweep")));
            assertThat(sweeps).containsExactly(ends.get(0).get("sweep").textValue());
        }
    }

    private static Set<String> distinct(Stand stand) {
        Set<String> keys = new HashSet<>();
        stand.records("sim.usage").forEach(record -> keys.add(record.key()));
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

    /** A Quartz cron that fires after the delay, and then an hour later. */
    private static String hourlyFrom(Duration delay) {
        return ZonedDateTime.now(ZoneId.of("Asia/Shanghai"))
                .plus(delay)
                .format(DateTimeFormatter.ofPattern("s m '* * * ?'", Locale.ROOT));
    }
}
