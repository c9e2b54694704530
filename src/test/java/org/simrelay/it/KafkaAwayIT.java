package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** A broker that dies: back in time nothing is lost, and away for good nothing is called complete. */
class KafkaAwayIT {

    private static final Duration MOST = Duration.ofMinutes(2);

    @TempDir
    Path dir;

    private Stand stand(int cards) throws Exception {
        // ten seconds and more for 3,000 cards: the broker dies in the middle
        return new Stand(dir, new SimulatorConfig().latency(Duration.ofMillis(40)), Cards.inventory(cards))
                .set("IOTBOS_BATCH_SIZE", "10")
                .set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "30");
    }

    private static Set<String> keys(List<Read> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keys.add(record.key()));
        return keys;
    }

    @Test
    void aBrokerThatComesBackInTimeLosesNothing() throws Exception {
        try (Stand stand = stand(3_000)) {
            Path log = dir.resolve("once.log");
            ChildProcess once = stand.start(log, "once", "iotbos-usage");
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(stand.records("sim.usage"))
                    .isNotEmpty());
            stand.broker.kill();
            stand.broker.restart();

            assertThat(once.process().waitFor(MOST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(once.process().exitValue()).as(Files.readString(log)).isZero();
            assertThat(keys(stand.records("sim.usage"))).isEqualTo(new HashSet<>(Cards.inventory(3_000)));
            assertThat(stand.records("sim.failures")).isEmpty();
        }
    }

    @Test
    void aBrokerThatStaysAwayFailsTheSweepInBoundedTime() throws Exception {
        try (Stand stand = stand(3_000)) {
            stand.set("KAFKA_DELIVERY_TIMEOUT_MS", "9000").set("KAFKA_REQUEST_TIMEOUT_MS", "2000");
            Path log = dir.resolve("once.log");
            ChildProcess once = stand.start(log, "once", "iotbos-usage");
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(stand.records("sim.usage"))
                    .isNotEmpty());
            stand.broker.kill();

            assertThat(once.process().waitFor(MOST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(once.process().exitValue()).isEqualTo(2);
            assertThat(Files.readString(log))
                    .contains("Kafka has not answered for 5 s")
                    .doesNotContain("complete");
        }
    }

    @Test
    void aBrokerThatIsNotThereEndsTheCommandInSecondsWithTheRemedy() throws Exception {
        try (Stand stand = stand(10)) {
            stand.broker.kill();
            Result result = stand.run("once");
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.output()).contains("KAFKA_BROKERS");
            assertThat(stand.vendor.counters().requests()).isZero();
        }
    }

    @Test
    void aServiceThatLostKafkaGoesOnWithoutARestart() throws Exception {
        try (Stand stand = stand(400)) {
            stand.set("CMIOT_ENABLED", "false")
                    .set("KAFKA_DELIVERY_TIMEOUT_MS", "9000")
                    .set("KAFKA_REQUEST_TIMEOUT_MS", "2000")
                    .set("IOTBOS_USAGE_CRON", "0/10 * * * * ?");
            for (String query : List.of("BALANCE", "EXPIRY", "STATE", "TARIFF")) {
                stand.set("IOTBOS_" + query + "_CRON", "0 0 0 1 1 ? 2099");
            }
            Path log = dir.resolve("run.log");
            ChildProcess service = stand.start(log, "run");
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(ends(stand, "complete"))
                    .isNotEmpty());
            stand.broker.kill();
            await().atMost(MOST).untilAsserted(() -> assertThat(Files.readString(log))
                    .contains(" failed: ", "are kept and sent when it is back"));
            stand.broker.restart();

            // the end of the sweep that failed follows, and a sweep after it is complete
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(ends(stand, "failed"))
                    .anyMatch(end -> end.contains("Kafka")));
            for (String end : ends(stand, "failed")) {
                String sweep = end.replaceAll(".*\"sweep\":\"([^\"]*)\".*", "$1");
                await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(stand.records("sim.failures"))
                        .anyMatch(failure -> failure.value().contains(sweep)));
            }
            int before = ends(stand, "complete").size();
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(ends(stand, "complete"))
                    .hasSizeGreaterThan(before));
            assertThat(service.isAlive()).isTrue();
            assertThat(service.stop(MOST)).isTrue();
        }
    }

    private static List<String> ends(Stand stand, String outcome) {
        return stand.records("sim.sweeps").stream()
                .map(Read::value)
                .filter(sweep -> sweep.contains("\"outcome\":\"" + outcome + "\""))
                .toList();
    }
}
