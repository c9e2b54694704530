package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route names and what an option of Camel's says come from the same places as our own settings. */
class SettingsSourceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private final Map<String, String> environment = new HashMap<>();

    private Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    private CamelContext camel(String file) throws IOException {
        Path path = Files.writeString(dir.resolve("application.properties"), file);
        main.stop();
        main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.bind("settings", new SettingsSource(Settings.load(path, environment)));
        main.init();
        return main.getCamelContext();
    }

    private String secret(String text) throws IOException {
        return Files.writeString(dir.resolve("secret"), text).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "kafka.brokers", "camel.component.kafka.linger-ms"})
    void aValueMayStandInAFileOfItsOwn(String key) throws Exception {
        String file = secret("of a file\n");
        CamelContext camel = camel(key + "-file=" + file);
        assertThat(camel.resolvePropertyPlaceholders("{{" + key + "}}")).isEqualTo("of a file");
        environment.put(Settings.variable(key) + "_FILE", file);
        assertThat(camel(key + "=of the settings").resolvePropertyPlaceholders("{{" + key + "}}"))
                .isEqualTo("of a file");
    }

    @Test
    void camelsOptionsAreLoadedFromAllPlaces() throws Exception {
        environment.put("CAMEL_COMPONENT_KAFKA_LINGER_MS_FILE", secret("7"));
        environment.put("CAMEL_COMPONENT_HTTP_PROXY_HOST", "proxy");
        environment.put("KAFKA_BROKERS", "k:1");
        CamelContext camel =
                camel("camel.component.kafka.maxBlockMs=5\ncamel.component.kafka.lingerMs=9\ncamel.main.name-file="
                        + secret("7"));
        Properties options = camel.getPropertiesComponent().loadProperties(key -> key.startsWith("camel."));
        assertThat(options.stringPropertyNames()).doesNotContain("camel.main.name-file");
        assertThat(options.getProperty("camel.component.kafka.linger-ms")).isEqualTo("7");
        assertThat(options.getProperty("camel.component.kafka.max-block-ms")).isEqualTo("5");
        assertThat(options.getProperty("camel.component.kafka.brokers")).isEqualTo("k:1");
        assertThat(options.getProperty("camel.component.http.proxy-host")).isEqualTo("proxy");
        assertThat(options.getProperty("camel.main.name")).isEqualTo("7");
    }

    @Test
    void theWaitsBetweenAttemptsAreMillisecondsToCamel() throws IOException {
        String unset = "{{retry.initial-delay}} {{retry.max-delay}}";
        assertThat(camel("").resolvePropertyPlaceholders(unset)).isEqualTo("1000 30000");
        assertThat(camel("retry.initial-delay=1m1s\nretry.max-delay=5").resolvePropertyPlaceholders(unset))
                .isEqualTo("61000 5");
    }

    @Test
    void aDefaultThatARouteNamesGoesBeforeOneOfOursAndAfterAllThatIsSet() throws Exception {
        CamelContext camel = camel("iotbos.url=");
        assertThat(camel.resolvePropertyPlaceholders(
                        "{{iotbos.url:http://a:8/b?c}} {{iotbos.max-attempts:3}} {{iotbos.max-attempts}}"))
                .isEqualTo("http://a:8/b?c 3 8");
        assertThatThrownBy(() -> camel.resolvePropertyPlaceholders("{{iotbos.url}}"))
                .hasMessageContaining("iotbos.url");
        environment.put("IOTBOS_MAX_ATTEMPTS_FILE", secret("5"));
        assertThat(camel("").resolvePropertyPlaceholders("{{iotbos.max-attempts:3}}"))
                .isEqualTo("5");
    }

    @Test
    void anEmptyVariableAndAPropertyOfTheJvmAreNoSettings() throws Exception {
        environment.put("KAFKA_BROKERS", " ");
        System.setProperty("kafka.brokers", "jvm:1");
        try {
            CamelContext camel = camel("kafka.brokers=file:1");
            assertThat(camel.resolvePropertyPlaceholders("{{kafka.brokers}}")).isEqualTo("file:1");
        } finally {
            System.clearProperty("kafka.brokers");
        }
    }
}
