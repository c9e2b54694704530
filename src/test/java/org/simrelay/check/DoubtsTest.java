package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.ShippedFiles;
import org.simrelay.TestSweeps;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** What may be meant is warned of, with file, line and remedy; what is shipped is not. */
class DoubtsTest {

    private final Settings settings = TestSweeps.settings(
            Map.of("CMIOT_CREDIT_ENABLED", "true", "CMIOT_MONTHUSAGE_ENABLED", "true", "ONELINK_ENABLED", "true"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    static List<List<String>> doubts() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/check/doubts.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Splitter.on(" || ").splitToList(line))
                .toList();
    }

    private RouteSet set(Path routes) {
        return RouteSet.of(new Installation(settings, new RouteFiles(routes, settings)));
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void isWarnedOfWithFileAndLine(List<String> doubt) throws IOException {
        Path file = Path.of("routes", doubt.get(0) + ".camel.yaml");
        String shipped = Files.readString(file);
        String planted = shipped.replace(doubt.get(1), doubt.get(2));
        assertThat(planted).isNotEqualTo(shipped);
        String place = MistakesTest.place(doubt.get(3), shipped, planted);
        assertThat(FilesTogether.doubtful(set(Path.of("routes")).put(file, planted)))
                .singleElement()
                .satisfies(
                        said -> assertThat(said).startsWith(file + " " + place).contains("; "));
    }

    @Test
    void theShippedFilesHaveNone() {
        assertThat(FilesTogether.doubtful(set(Path.of("routes")))).isEmpty();
    }

    @Test
    void twoVendorsWithOtherFieldsOnOneTopicAreWarnedOfWhereThatHasNoSchema() throws IOException {
        ShippedFiles.copyTo(dir);
        Path routes = dir.resolve("routes");
        Path poll = routes.resolve("polls/onelink-usage.camel.yaml");
        Files.writeString(
                poll,
                Files.readString(routes.resolve("polls/onelink-dayusage.camel.yaml"))
                        .replace("onelink-dayusage", "onelink-usage")
                        .replace("onelink/dayusage", "onelink/usage")
                        .replace("onelink.dayusage", "onelink.usage"));
        Path mapping = routes.resolve("mappings/onelink-usage.jslt");
        Files.copy(routes.resolve("mappings/onelink-dayusage.jslt"), mapping);
        assertThat(together(routes)).isEmpty();
        Files.delete(routes.resolve("schemas/usage.schema.json"));
        assertThat(together(routes)).singleElement().satisfies(said -> assertThat(said)
                .startsWith(mapping + ": iotbos-usage publishes to sim.usage too")
                .contains("smsUsed", "routes/schemas/usage.schema.json"));
        Files.copy(routes.resolve("mappings/iotbos-usage.jslt"), mapping, StandardCopyOption.REPLACE_EXISTING);
        assertThat(together(routes)).isEmpty();
    }

    private List<String> together(Path routes) {
        return SharedTopics.doubtful(set(routes));
    }

    @Test
    void aLevelThatLogbackDoesNotKnowIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(
                dir.resolve("logback.xml"),
                Files.readString(Path.of("config/logback.xml"))
                        .replace("name=\"org.simrelay\" level=\"INFO\"", "name=\"org.simrelay\" level=\"INFOO\"")
                        .replace("<root level=\"WARN\">", "<root level=\"warning\">"));
        assertThat(assertThrows(SettingsException.class, () -> LogLevels.look(file))
                        .problems())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith(
                                        file
                                                + " line 10: level is \"INFOO\", which Logback takes for DEBUG (did you mean INFO?)"),
                        two -> assertThat(two)
                                .startsWith(file + " line 18: level is \"warning\"")
                                .contains("WARN"));
        LogLevels.look(Path.of("config/logback.xml"));
        LogLevels.look(dir.resolve("none.xml"));
    }
}
