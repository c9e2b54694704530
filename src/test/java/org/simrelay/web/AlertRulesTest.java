package org.simrelay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each alert is given by its fault and by nothing else, and ends with it, as Prometheus itself plays the rules. */
class AlertRulesTest {

    private static final Path PLAYED = Path.of("src/test/resources/prometheus-alerts.test.yaml");
    private static final int MOST_SECONDS = 120;

    @Test
    void promtoolPlaysThem() throws IOException, InterruptedException {
        String promtool = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
        assumeThat(promtool).as("promtool, of Debian's prometheus").isNotEmpty();
        Process played = new ProcessBuilder(promtool, "test", "rules", PLAYED.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(played.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(played.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(played.exitValue()).as(said).isZero();
    }

    @Test
    void eachOfThemIsPlayed() throws IOException {
        String played = Files.readString(PLAYED);
        Stream<String> alerts = Files.readString(Path.of("config/prometheus-alerts.yaml"))
                .lines()
                .filter(line -> line.contains("alert: "))
                .map(line -> line.replaceFirst(".*alert: ", ""));
        assertThat(alerts).hasSizeGreaterThan(8).allMatch(alert -> played.contains("alertname=\"" + alert + "\""));
    }
}
