package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** One of three brokers dies in the middle of a sweep and stays dead: with three replicas, two in sync, nothing is lost. */
class ThreeBrokersIT {

    private static final Duration MOST = Duration.ofMinutes(2);

    @TempDir
    Path dir;

    @Test
    void aBrokerThatDiesAndStaysDeadLosesNothing() throws Exception {
        List<String> cards = Cards.inventory(3_000);
        SimulatorConfig vendor = new SimulatorConfig().latency(Duration.ofMillis(40));
        try (Stand stand = new Stand(dir, vendor, cards, 3)) {
            // ten seconds for all: one of the brokers dies in the middle
            stand.set("IOTBOS_BATCH_SIZE", "10").set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "30");
            Path log = dir.resolve("once.log");
            ChildProcess once = stand.start(log, "once", "iotbos-usage");
            await().atMost(MOST).ignoreExceptions().untilAsserted(() -> assertThat(stand.records("sim.usage"))
                    .isNotEmpty());
            stand.broker.kill();
            assertThat(once.isAlive()).as("killed in the middle of the sweep").isTrue();

            assertThat(once.process().waitFor(MOST.toSeconds(), TimeUnit.SECONDS))
                    .as(Files.readString(log))
                    .isTrue();
            assertThat(once.process().exitValue()).as(Files.readString(log)).isZero();
            Map<String, String> values = new HashMap<>();
            for (Read record : stand.records("sim.usage")) {
                // a record may be there twice, but never as two
                String before = values.put(record.key(), record.value());
                assertThat(before == null || before.equals(record.value())).isTrue();
            }
            assertThat(values.keySet()).isEqualTo(new HashSet<>(cards));
            assertThat(stand.records("sim.failures")).isEmpty();
            assertThat(stand.records("sim.sweeps"))
                    .filteredOn(record -> record.value().contains("\"ended\""))
                    .singleElement()
                    .matches(record -> record.value().contains("\"outcome\":\"complete\""))
                    .matches(record -> record.value().contains("\"published\":3000"));
        }
    }
}
