package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** What check calls good must start: Kafka's client has the last word on its own options. */
class CheckIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void aPaceThatIsTooSlowForTheInventoryIsSaidBeforeAndAtTheFirstSweep() throws Exception {
        List<String> cards = Cards.inventory(200);
        try (Stand stand = new Stand(dir, new SimulatorConfig().arrears(0), cards)) {
            stand.set("CMIOT_ENABLED", "false").set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "1");
            assertThat(stand.run("check")).returns(0, Result::exit).satisfies(r -> assertThat(r.output())
                    .doesNotContain("are needed"));

            stand.set("IOTBOS_BATCH_SIZE", "10").set("IOTBOS_USAGE_CRON", "0/10 * * * * ?");
            String said = "iotbos.main.requests-per-second is 1.0, but 2.0 are needed";
            Result check = stand.run("check");
            assertThat(check.exit()).isZero();
            assertThat(check.output()).contains(said, "iotbos-usage: 20 in 10s", "iotbos-state: 20 in 30m", "all good");

            Path log = dir.resolve("run.log");
            ChildProcess service = stand.start(log, "run");
            try {
                await().atMost(Duration.ofMinutes(2)).until(() -> Files.readString(log), text -> text.contains(said));
            } finally {
                service.kill();
            }
        }
    }

    @Test
    void anOptionThatKafkasClientOrCamelCannotReadIsFoundBeforeAVendorIsAsked() throws Exception {
        try (Stand stand = new Stand(dir, new SimulatorConfig(), Cards.inventory(10))) {
            assertThat(stand.run("check")).returns(0, Result::exit);

            Result codec =
                    stand.set("CAMEL_COMPONENT_KAFKA_COMPRESSION_CODEC", "lz5").run("check");
            assertThat(codec.exit()).isEqualTo(2);
            assertThat(codec.output())
                    .contains(
                            "camel.component.kafka.compression-codec is \"lz5\"",
                            "zstd",
                            "kafka.compression.type; rename it")
                    .doesNotContain("\tat ");

            Result type = stand.set("CAMEL_COMPONENT_KAFKA_COMPRESSION_CODEC", "")
                    .set("KAFKA_COMPRESSION_TYPE", "lz5")
                    .run("check");
            assertThat(type.exit()).isEqualTo(2);
            assertThat(type.output())
                    .contains("lz5", "compression.type", "zstd")
                    .doesNotContain("\tat ");
            stand.set("KAFKA_COMPRESSION_TYPE", "lz4");

            stand.set("KAFKA_ACKS", "0").set("CAMEL_COMPONENT_KAFKA_ENABLE_IDEMPOTENCE", "false");
            for (String command : List.of("check", "once", "run")) {
                Result acks = stand.run(command);
                assertThat(acks.exit()).as(command).isEqualTo(2);
                assertThat(acks.output())
                        .contains("kafka.acks may not be set", "camel.component.kafka.enable-idempotence may not")
                        .doesNotContain("\tat ");
            }
            stand.set("KAFKA_ACKS", "all")
                    .set("CAMEL_COMPONENT_KAFKA_ENABLE_IDEMPOTENCE", "")
                    .set("KAFKA_ENABLE_IDEMPOTENCE", "true");

            Result numbers = stand.set("CAMEL_COMPONENT_KAFKA_MAX_BLOCK_MS", "4x")
                    .set("CAMEL_MAIN_SHUTDOWN_TIMEOUT", "ten")
                    .run("check");
            assertThat(numbers.exit()).isEqualTo(2);
            assertThat(numbers.output()).contains("camel.component.kafka.max-block-ms is \"4x\"", "is \"ten\"");

            assertThat(stand.vendor.seen()).isEmpty();
        }
    }
}
