package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped file says is what the service does without it. */
class ShippedSettingsTest {

    private static final Path SHIPPED = Path.of("config", "application.properties");
    private static final List<String> ROUTES = new RouteFiles(Path.of("routes"), Settings.load(SHIPPED, Map.of()))
            .onDisk()
            .texts();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private static Map<String, String> lines(String text) throws IOException {
        Properties properties = new Properties();
        try (var reader = new java.io.StringReader(text)) {
            properties.load(reader);
        }
        Map<String, String> lines = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> lines.put(key, properties.getProperty(key)));
        return lines;
    }

    @Test
    void eachLineThatIsOnIsTheDefault() throws IOException {
        Settings none = Settings.load(Files.writeString(dir.resolve("application.properties"), ""), Map.of());
        String routes = String.join("\n", ROUTES);
        Map<String, String> shipped = lines(Files.readString(SHIPPED));
        assertThat(shipped).hasSizeGreaterThan(20);
        shipped.forEach((key, value) -> {
            boolean inARoute = routes.indexOf("{{" + key + ":" + value + "}}") >= 0;
            assertThat(inARoute ? value : none.find(key).orElse(null)).as(key).isEqualTo(value);
        });
    }

    @Test
    void camelsOptionsStandThereAsTheServiceSetsThem() throws IOException {
        Map<String, String> off = lines(Files.readString(SHIPPED).replaceAll("(?m)^#(camel\\.)", "$1"));
        off.keySet().removeIf(key -> !key.startsWith("camel.") || key.contains(".http.proxy-"));
        assertThat(off).isEqualTo(CamelDefaults.ALL);
    }

    @Test
    void kafkasDefaultsStandThereByTheNamesThatAreTaken() throws IOException {
        Settings none = Settings.load(Files.writeString(dir.resolve("application.properties"), ""), Map.of());
        Map<String, String> off =
                lines(Files.readString(SHIPPED).replaceAll("(?m)^#(kafka\\.[a-z.]+\\.(ms|size|type)=)", "$1"));
        assertThat(off)
                .containsKeys(
                        "kafka.compression.type",
                        "kafka.linger.ms",
                        "kafka.batch.size",
                        "kafka.delivery.timeout.ms",
                        "kafka.max.block.ms");
        off.keySet().removeIf(key -> !key.startsWith("kafka."));
        off.forEach((key, value) -> assertThat(none.find(key)).as(key).contains(value));
        assertThat(none.find("camel.component.kafka.linger-ms")).contains("10");
    }

    @Test
    void aQueryThatNoLineNamesRunsEveryHalfHour() {
        Settings settings = Settings.load(SHIPPED, Map.of());
        assertThat(settings.require("acme.roaming.cron")).matches("0 [12]?[0-9]/30 \\* \\* \\* \\?");
    }
}
