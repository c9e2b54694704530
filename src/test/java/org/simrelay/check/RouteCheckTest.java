package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.TestSweeps;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;

/** What is wrong with a route file is said before Camel reads it, all at once. */
class RouteCheckTest {

    private static final Path FILE = Path.of("routes", "vendors", "a-b.camel.yaml");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private final RouteCheck check = new RouteCheck(TestSweeps.settings(Map.of()));

    @Test
    void theShippedRoutesAreRight() {
        List<Path> files = new RouteFiles(Path.of("routes"), TestSweeps.settings(Map.of())).all();
        assertThat(files).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(
                        check.problems(file, RouteCheck.text(file)))
                .isEmpty());
    }

    @Test
    void allIsSaidAtOnce() {
        String text =
                """
                - route:
                    id: a-b
                    from:
                      uri: quartz:a/b
                      parameters:
                        cron: "{{a.b.when}}"
                        triggerStartDelay: soon
                      steps:
                        - log: x
                """;
        assertThat(check.problems(FILE, text))
                .satisfiesExactly(
                        cron -> assertThat(cron).startsWith(FILE + " line 6: a.b.when is not set"),
                        delay -> assertThat(delay)
                                .startsWith(FILE + " line 7: triggerStartDelay is \"soon\" but must be"));
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() {
        assertThat(check.problems(FILE, "- route:\n    id: [a-b\n"))
                .singleElement()
                .asString()
                .startsWith(FILE + " is no YAML")
                .contains("line 3");
    }

    @Test
    void anotherIdThanTheFilesNameIsRefused() {
        assertThat(check.problems(FILE, "- route: { id: a-c, from: { uri: \"direct:a\", steps: [{ log: x }] } }\n"))
                .singleElement()
                .asString()
                .contains(FILE.toString(), "\"a-b\"", "a-c");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Path binary = Files.write(dir.resolve("poll.camel.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> RouteCheck.text(binary))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(binary.toString());
    }
}
