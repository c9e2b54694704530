package org.simrelay.check;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.TestSweeps;
import org.simrelay.config.Settings;
import org.simrelay.mask.Quoted;

/** Camel takes a number that it cannot read as 0: an operator must hear of it, and of all that is wrong at once. */
class CamelSettingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private List<String> wrong(String file, Map<String, String> environment) throws IOException {
        Path path = Files.writeString(dir.resolve("application.properties"), file);
        return CamelSettings.problems(Settings.load(path, environment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camel.component.kafka.linger-ms | abc | must be a whole number, or a duration such as 25s",
                "camel.component.kafka.lingerMs | 4x | must be a whole number",
                "camel.component.kafka.max-block-ms | 1.5 | must be a whole number",
                "camel.component.kafka.buffer-memory-size | 99999999999 | must be a whole number",
                "camel.component.http.connections-per-route | many | must be a whole number",
                "camel.main.shutdown-timeout | ten | must be a whole number",
                "camel.component.kafka.enable-idempotence | yes | must be true or false",
                "camel.component.kafka.compression-codec | lz5 | must be one of none, gzip, snappy, lz4, zstd"
            })
    void whatCamelCannotReadOrTakesAsAnotherNumberIsNamed(String key, String value, String wanted) throws IOException {
        assertThat(wrong(key + "=" + value, Map.of()))
                .singleElement()
                .asString()
                .startsWith(key + " is " + Quoted.of(value) + " but " + wanted)
                .contains(Settings.variable(key), "application.properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.kafka.lingr-ms", "camel.main.nonsense"})
    void whatCamelDoesNotKnowIsNamedWithoutItsValue(String key) throws IOException {
        assertThat(wrong(key + "=canary", Map.of()))
                .singleElement()
                .asString()
                .startsWith(key + " is no option that Camel knows")
                .contains(Settings.variable(key), "application.properties")
                .doesNotContain("canary");
    }

    @Test
    void theShippedSettingsAreRight() {
        assertThat(CamelSettings.problems(TestSweeps.settings(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.kafka.linger-ms=0",
                "camel.component.kafka.linger-ms=0s",
                "camel.component.kafka.linger-ms=3s",
                "camel.component.http.connection-time-to-live=-1",
                "camel.component.kafka.brokers={{kafka.brokers}}",
                "camel.component.kafka.linger-ms={{my.linger}}",
                "camel.component.kafka.compression-codec=lz4",
                "camel.component.kafka.worker-pool=#bean:mine",
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
        assertThat(wrong(key + "=abc", Map.of(Settings.variable(key), "5"))).isEmpty();
        assertThat(wrong(key + "=5", Map.of(Settings.variable(key), "abc"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camel.component.http.proxy-host=p | camel.component.http.proxy-host needs the proxy's port too",
                "camel.component.http.proxyPort=1 | camel.component.http.proxyPort needs the proxy's host too",
                "camel.component.https.proxy-host=p | camel.component.https.proxy-host is not read: https is asked with the options of http",
                "camel.component.http.response-timeout=9000 | camel.component.http.response-timeout has no effect",
                "camel.component.http.conections-per-route=9 | camel.component.http.conections-per-route is no option that Camel knows (did you mean camel.component.http.connections-per-route?)"
            })
    void whatWouldDoOtherThanItSaysIsNamed(String line, String words) throws IOException {
        assertThat(wrong(line, Map.of()))
                .singleElement()
                .asString()
                .startsWith(words)
                .contains("application.properties line 1");
    }

    @ParameterizedTest
    @CsvSource({"0", "65536", "http", "-1", "99999999999"})
    void aProxysPortIsAPort(String port) throws IOException {
        assertThat(wrong("camel.component.http.proxy-host=p\ncamel.component.http.proxy-port=" + port, Map.of()))
                .singleElement()
                .asString()
                .contains("proxy-port", "line 2");
    }

    @Test
    void aProxyIsTakenWithBoth() throws IOException {
        assertThat(wrong("camel.component.http.proxy-host=p", Map.of("CAMEL_COMPONENT_HTTP_PROXY_PORT", "3128")))
                .isEmpty();
    }
}
