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

/** The settings that route files name, each missing one with file, line and key. */
class PlaceholdersTest {

    @TempDir
    Path dir;

    private Path file() {
        return dir.resolve("poll.camel.yaml");
    }

    private List<String> missing(String text, Map<String, String> environment) throws IOException {
        Path settings = Files.writeString(dir.resolve("application.properties"), "a.url=http://a\n");
        return Placeholders.missing(file(), text, Settings.load(settings, environment));
    }

    @Test
    void eachMissingOneIsNamedWithFileLineKeyAndVariable() throws IOException {
        List<String> missing = missing("# head\nuri: \"{{a.url}}{{a.path}}\"\ncron: '{{b.cron-text}}'\n", Map.of());
        assertThat(missing).hasSize(2);
        assertThat(missing.get(0)).contains(file() + " line 2", "a.path", "A_PATH");
        assertThat(missing.get(1)).contains(file() + " line 3", "b.cron-text", "B_CRON_TEXT");
    }

    @Test
    void oneThatTheEnvironmentSetsIsNotMissing() throws IOException {
        assertThat(missing("{{a.path}}", Map.of("A_PATH", "/x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{a.path:/default}}", "{{a.path:}}", "{{a.url}}", "${body.page}", "{ {a.path} }"})
    void whatNeedsNoSettingIsNotMissing(String text) throws IOException {
        assertThat(missing(text, Map.of())).isEmpty();
    }
}
