package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** What check calls good must start: Kafka's client has the last word on its own options. */
class CheckIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void anOptionThatKafkasClientOrCamelCannotReadIsFoundBeforeAVendorIsAsked() throws Exception {
        try (Stand stand = new Stand(dir, new SimulatorConfig(), Cards.inventory(10))) {
            assertThat(stand.run("check")).returns(0, Result::exit);

            Result codec =
                    stand.set("CAMEL_COMPONENT_KAFKA_COMPRESSION_CODEC", "lz5").run("check");
            assertThat(codec.exit()).isEqualTo(2);
            assertThat(codec.output())
                    .contains("lz5", "compression.type", "zstd")
                    .doesNotContain("\tat ");

            Result numbers = stand.set("CAMEL_COMPONENT_KAFKA_MAX_BLOCK_MS", "4x")
                    .set("CAMEL_MAIN_SHUTDOWN_TIMEOUT", "ten")
                    .run("check");
            assertThat(numbers.exit()).isEqualTo(2);
            assertThat(numbers.output()).contains("camel.component.kafka.max-block-ms is \"4x\"", "is \"ten\"");

            assertThat(stand.vendor.seen()).isEmpty();
        }
    }
}
