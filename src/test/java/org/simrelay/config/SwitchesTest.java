package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is off is left out and named; its default stands beside the key in its own route file. */
class SwitchesTest {

    private static final String OFF = "precondition: \"{{%s:false}}\"\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void routes() throws IOException {
        write("shared/sweep", "");
        write("vendors/cmiot-sweep", "");
        write("vendors/acme-sweep", OFF.formatted("acme.enabled"));
        write("vendors/acme-call", "");
        write("polls/cmiot-arrearage", "");
        write("polls/cmiot-credit", OFF.formatted("cmiot.credit.enabled"));
        write("polls/acme-roaming-costs", "");
    }

    private void write(String name, String text) throws IOException {
        Path file = dir.resolve("routes").resolve(name + ".camel.yaml");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private RouteFiles files(String settings, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(dir.resolve("application.properties"), settings);
        return new RouteFiles(dir.resolve("routes"), Settings.load(file, environment));
    }

    @Test
    void whatNoLineNamesIsAsItsFileSays() throws IOException {
        RouteFiles files = files("", Map.of());
        assertThat(files.polls()).containsExactly("cmiot-arrearage");
        assertThat(files.all().stream().map(RouteFiles::id)).containsExactly("sweep", "cmiot-sweep", "cmiot-arrearage");
        assertThat(files.off()).containsExactly("acme.enabled", "cmiot.credit.enabled");
    }

    @Test
    void aLineOrVariableGoesBeforeTheFile() throws IOException {
        RouteFiles files = files(
                "acme.enabled=true\ncmiot.credit.enabled=false\ncmiot.arrearage.enabled=false",
                Map.of("CMIOT_CREDIT_ENABLED", "true"));
        assertThat(files.polls()).containsExactly("acme-roaming-costs", "cmiot-credit");
        assertThat(files.off()).containsExactly("cmiot.arrearage.enabled");
    }

    @Test
    void aVendorThatIsOffTakesItsPollsAlong() throws IOException {
        RouteFiles files = files("cmiot.enabled=false\ncmiot.credit.enabled=true", Map.of());
        assertThat(files.polls()).isEmpty();
        assertThat(files.off()).isEqualTo(List.of("acme.enabled", "cmiot.enabled"));
        assertThat(files.switchedOffBy("cmiot-credit")).hasValue("cmiot.enabled");
        assertThat(files.switchedOffBy("acme-roaming-costs")).hasValue("acme.enabled");
        assertThat(files.switchedOffBy("acme-gone")).isEmpty();
    }

    @Test
    void whatIsNoYesOrNoIsRefusedByItsKey() throws IOException {
        RouteFiles vendor = files("cmiot.enabled=no", Map.of());
        assertThatThrownBy(vendor::polls).isInstanceOf(SettingsException.class).hasMessageContaining("CMIOT_ENABLED");
        RouteFiles poll = files("cmiot.credit.enabled=no", Map.of());
        assertThatThrownBy(poll::polls)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("CMIOT_CREDIT_ENABLED");
    }
}
