package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.config.Settings;

/** One setting by two names: which value holds, nobody could see, so only Kafka's is taken. */
class TwiceNamedTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private List<String> wrong(String file, Map<String, String> environment) throws IOException {
        return TwiceNamed.problems(
                Settings.load(Files.writeString(dir.resolve("application.properties"), file), environment));
    }

    @ParameterizedTest
    @CsvSource({
        "retries, retries",
        "linger.ms, linger-ms",
        "linger.ms, lingerMs",
        "batch.size, producer-batch-size",
        "compression.type, compression-codec",
        "max.request.size, max-request-size",
        "buffer.memory, buffer-memory-size",
        "security.protocol, security-protocol"
    })
    void bothNamesAreToldWithTheirPlaces(String property, String option) throws IOException {
        String camels = "camel.component.kafka." + option;
        assertThat(wrong("kafka." + property + "=5\n\n" + camels + "=6\n", Map.of()))
                .singleElement()
                .asString()
                .contains("kafka." + property + " and camel.component.kafka.", "line 1", "line 3");
        assertThat(wrong("kafka." + property + "=5\n", Map.of(Settings.variable(camels), "6")))
                .singleElement()
                .asString()
                .contains("line 1", Settings.variable(camels) + " in the environment");
    }

    @Test
    void kafkasNameAloneIsTakenThoughCamelsHasADefault() throws IOException {
        assertThat(wrong("kafka.linger.ms=5\nkafka.retries=3\n", Map.of())).isEmpty();
        assertThat(wrong("", Map.of("KAFKA_LINGER_MS", "3"))).isEmpty();
    }

    @Test
    void camelsNameIsRefusedWithKafkas() throws IOException {
        assertThat(wrong("\ncamel.component.kafka.lingerMs=5\n", Map.of("KAFKA_RETRIES", "3")))
                .singleElement()
                .asString()
                .startsWith(
                        "camel.component.kafka.linger-ms is set by Kafka's own name here, kafka.linger.ms; rename it: ")
                .contains("line 2");
        assertThat(wrong("", Map.of("CAMEL_COMPONENT_KAFKA_SECURITY_PROTOCOL", "SSL")))
                .singleElement()
                .asString()
                .contains(
                        "kafka.security.protocol; rename it: CAMEL_COMPONENT_KAFKA_SECURITY_PROTOCOL in the environment");
    }
}
