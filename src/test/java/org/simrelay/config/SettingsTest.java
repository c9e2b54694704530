package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings: the environment goes before the file, secrets may stand in files, errors say what to do. */
class SettingsTest {

    private static final String KEY = "cmiot.main.password";
    private static final String VARIABLE = "CMIOT_MAIN_PASSWORD";

    @TempDir
    Path dir;

    private Settings settings(String text, Map<String, String> environment) throws IOException {
        return Settings.load(Files.writeString(dir.resolve("application.properties"), text), environment);
    }

    private String secretFile(String text) throws IOException {
        return Files.writeString(dir.resolve("secret"), text).toString();
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        Settings settings =
                settings("cmiot.main.password=file\niotbos.url=http://file", Map.of(VARIABLE, "environment"));
        assertThat(settings.require(KEY)).isEqualTo("environment");
        assertThat(settings.require("iotbos.url")).isEqualTo("http://file");
    }

    @ParameterizedTest
    @CsvSource({
        "cmiot.main.password, CMIOT_MAIN_PASSWORD",
        "iotbos.main.requests-per-second, IOTBOS_MAIN_REQUESTS_PER_SECOND",
        "kafka.brokers, KAFKA_BROKERS"
    })
    void aKeyHasItsVariable(String key, String variable) {
        assertThat(Settings.variable(key)).isEqualTo(variable);
    }

    @Test
    void aSecretMayStandInAFileOfItsOwn() throws IOException {
        String file = secretFile("s3cret\n");
        assertThat(settings(KEY + "-file=" + file, Map.of()).require(KEY)).isEqualTo("s3cret");
        assertThat(settings("", Map.of(VARIABLE + "_FILE", file)).require(KEY)).isEqualTo("s3cret");
    }

    @Test
    void aSecretOfTheEnvironmentGoesBeforeItsFile() throws IOException {
        String file = secretFile("of-the-file");
        assertThat(settings(KEY + "-file=" + file, Map.of(VARIABLE, "of-the-environment"))
                        .require(KEY))
                .isEqualTo("of-the-environment");
    }

    @Test
    void aSecretsFileOfTheEnvironmentGoesBeforeAValueOfTheFile() throws IOException {
        String file = secretFile("of-the-environment");
        assertThat(settings(KEY + "=of-the-file", Map.of(VARIABLE + "_FILE", file))
                        .require(KEY))
                .isEqualTo("of-the-environment");
    }

    @Test
    void aMissingSettingNamesItsKeyItsVariableAndTheFile() throws IOException {
        Settings settings = settings("", Map.of());
        assertThat(settings.find(KEY)).isEmpty();
        assertThatThrownBy(() -> settings.require(KEY))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(KEY)
                .hasMessageContaining(VARIABLE)
                .hasMessageContaining(settings.file().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void anEmptyValueIsMissing(String value) throws IOException {
        assertThat(settings(KEY + "=" + value, Map.of()).find(KEY)).isEmpty();
    }

    @Test
    void aSecretsFileThatIsMissingOrEmptyIsNamed() throws IOException {
        Path nowhere = dir.resolve("nowhere");
        assertThatThrownBy(() -> settings(KEY + "-file=" + nowhere, Map.of()).require(KEY))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(KEY + "-file")
                .hasMessageContaining(nowhere.toString());
        String empty = secretFile("\n");
        assertThatThrownBy(() -> settings(KEY + "-file=" + empty, Map.of()).require(KEY))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(empty);
    }

    @ParameterizedTest
    @CsvSource({"retries, 0", "retries, 101", "retries, many", "retries, 1.5"})
    void aNumberOutOfItsRangeNamesKeyVariableAndRange(String key, String value) throws IOException {
        Settings settings = settings(key + "=" + value, Map.of());
        assertThatThrownBy(() -> settings.integer(key, 1, 100))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("retries")
                .hasMessageContaining("RETRIES")
                .hasMessageContaining("1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "fast"})
    void aPaceIsANumberAboveZero(String value) throws IOException {
        Settings settings = settings("pace=" + value, Map.of());
        assertThatThrownBy(() -> settings.positive("pace"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("PACE");
        assertThat(settings("pace=0.5", Map.of()).positive("pace")).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"25s, 25000", "1m30s, 90000", "1500, 1500"})
    void aDurationIsReadAsCamelReadsIt(String value, long millis) throws IOException {
        assertThat(settings("wait=" + value, Map.of()).duration("wait")).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1s", "long"})
    void aDurationThatIsNoneIsNamed(String value) throws IOException {
        Settings settings = settings("wait=" + value, Map.of());
        assertThatThrownBy(() -> settings.duration("wait"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("WAIT");
    }

    @Test
    void keysOfAPrefixComeFromTheFileAndWhereKnownFromTheEnvironment() throws IOException {
        Settings settings = settings(
                "kafka.brokers=b\nkafka.security.protocol=SSL\nother=1", Map.of("KAFKA_SASL_MECHANISM", "PLAIN"));
        assertThat(settings.keys("kafka.", Set.of("sasl.mechanism", "client.id")))
                .containsExactlyInAnyOrder("kafka.brokers", "kafka.security.protocol", "kafka.sasl.mechanism");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path nowhere = dir.resolve("nowhere.properties");
        assertThatThrownBy(() -> Settings.load(nowhere, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    void aValueMayNameOthersButNotItself() throws IOException {
        Settings settings = settings("base=http://a\niotbos.url={{base}}/{{none}}\nx={{y}}\ny={{x}}", Map.of());
        assertThat(settings.require("iotbos.url")).isEqualTo("http://a/{{none}}");
        assertThatThrownBy(() -> settings.require("x"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("x names itself by way of x, y")
                .hasMessageContaining("line 3");
    }

    @Test
    void aKeyThatStandsTwiceIsNamedWithBothLines() throws IOException {
        Settings settings = settings(
                """
                a.b=1
                # a.b=2
                a.c = 1, \\
                  a.b=2
                ! \\
                a\\u002eb:3
                camel.component.kafka.lingerMs=1
                camel.component.kafka.linger-ms=2
                """,
                Map.of());
        assertThat(settings.problems()).hasSize(2);
        assertThat(settings.problems().get(0)).contains("line 6: a.b", "line 1");
        assertThat(settings.problems().get(1))
                .contains("line 8: camel.component.kafka.linger-ms", "line 7", "lingerMs");
        assertThat(settings.require("a.c")).isEqualTo("1, a.b=2");
        assertThat(settings.require("a.b")).isEqualTo("3");
    }

    @Test
    void aBadEscapeIsNamedWithItsLine() throws IOException {
        assertThat(settings("a=1\nb=\\u12\n", Map.of()).problems())
                .singleElement()
                .asString()
                .contains("line 2");
    }
}
