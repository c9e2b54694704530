package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the dashboard and the alerts, which another program would read, are warned of with file and line. */
class WatchFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "grafana-dashboard.json | { | {, | ' line 1 column 2: a comma too many stands before ,, or a value is missing'",
                "grafana-dashboard.json | simrelay_sweep_age_seconds | simrelay_sweepage_seconds | ': there is no metric simrelay_sweepage_seconds (did you mean simrelay_sweep_age_seconds?); mend it'",
                "prometheus-alerts.yaml | simrelay_kafka_up | simrelay_kakfa_up | ': there is no metric simrelay_kakfa_up (did you mean simrelay_kafka_up?); mend it'",
                "prometheus-alerts.yaml | groups: | groups | ' is no YAML, line 4 column 9: a colon is missing behind groups in line 3; mend it'",
                "prometheus-alerts.yaml | groups: | group: | ' line 1: there are no groups'",
                "prometheus-alerts.yaml | expr: | exp: | ': the rule has no expr, when it fires; add it'",
                "prometheus-alerts.yaml | 'for: ' | 'for: about ' | '\" but must be a duration of Prometheus; write it such as 5m'"
            })
    void isNamed(String name, String right, String wrong, String said) throws IOException {
        Path file = dir.resolve(name);
        String shipped = Files.readString(Path.of("config", name));
        Files.writeString(file, shipped.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThat(WatchFiles.doubtful(dir)).singleElement().satisfies(found -> assertThat(found)
                .startsWith(file.toString())
                .contains(said));
    }

    @Test
    void theShippedOnesHaveNone() {
        assertThat(WatchFiles.doubtful(Path.of("config"))).isEmpty();
        assertThat(WatchFiles.doubtful(dir)).isEmpty();
    }
}
