package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camel takes a number that it cannot read as 0: an operator must hear of it. */
class CamelNumbersTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private List<String> wrong(String file, Map<String, String> options) throws IOException {
        Path path = Files.writeString(dir.resolve("application.properties"), file);
        return CamelNumbers.wrong(Settings.load(path, Map.of()), options);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.kafka.linger-ms=abc",
                "camel.component.kafka.lingerMs=4x",
                "camel.component.kafka.max-block-ms=1.5",
                "camel.component.kafka.buffer-memory-size=99999999999",
                "camel.component.http.connections-per-route=many",
                "camel.main.shutdown-timeout=ten"
            })
    void whatCamelWouldTakeAsAnotherNumberIsNamed(String line) throws IOException {
        String key = line.substring(0, line.indexOf('='));
        assertThat(wrong(line, Map.of()))
                .singleElement()
                .asString()
                .startsWith(key + " is \"" + line.substring(key.length() + 1) + "\" but must be a whole number")
                .contains(Settings.variable(key), "application.properties");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.kafka.linger-ms=0",
                "camel.component.kafka.linger-ms=0s",
                "camel.component.kafka.linger-ms=3s",
                "camel.component.kafka.retries=-1",
                "camel.component.kafka.brokers={{kafka.brokers}}",
                "camel.component.kafka.linger-ms={{my.linger}}",
                "camel.component.kafka.compression-codec=lz4",
                "camel.component.kafka.kafka-client-factory=#bean:mine",
                "camel.component.kafka.additional-properties[client.id]=x",
                "camel.component.none.such=x",
                "camel.main.name=x",
                "camel.server.port=x"
            })
    void whatCamelReadsOrRefusesItselfIsLeftToIt(String line) throws IOException {
        assertThat(wrong(line, Map.of())).isEmpty();
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        String key = "camel.component.kafka.linger-ms";
        assertThat(wrong(key + "=abc", Map.of(key, "5"))).isEmpty();
        assertThat(wrong(key + "=5", Map.of(key, "abc"))).hasSize(1);
    }
}
