package org.simrelay.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit for systemd and the Containerfile: settings that there are, ends that fit the service's, as few rights as can be. */
class UnitTest {

    @TempDir
    private Path dir;

    @Test
    void everyVariableIsASetting() throws IOException {
        Stream<String> unit = values("systemd/simrelay.service", "Environment")
                .flatMap(line -> Stream.of(line.split(" ")))
                .map(set -> set.replaceFirst("=.*", ""));
        Stream<String> env = Manifests.text("systemd/simrelay.env")
                .lines()
                .filter(line -> line.matches("#?[A-Z_]+=.*"))
                .map(line -> line.replaceAll("^#|=.*", ""));
        Stream<String> container = Pattern.compile("([A-Z_]+)=")
                .matcher(Manifests.text("Containerfile"))
                .results()
                .map(m -> m.group(1));
        List<String> all = Stream.of(unit, env, container).flatMap(s -> s).toList();
        assertThat(all).hasSizeGreaterThan(9).contains("HTTP_HOST", "SIMRELAY_HOME");
        assertThat(Manifests.unknown(all.stream())).isEmpty();
    }

    @Test
    void aMisconfiguredServiceIsNotStartedInALoopAndOneWithoutKafkaIs() throws IOException {
        assertThat(value("RestartPreventExitStatus")).isEqualTo("2");
        assertThat(value("Restart")).isEqualTo("on-failure");
        assertThat(values("systemd/simrelay.service", "Environment"))
                .anyMatch(line -> line.matches("SIMRELAY_RETRY_EXIT=(?!2$)\\d+"));
    }

    @Test
    void itsCredentialsAreTheOnesThatAreSet() throws IOException {
        List<String> credentials = values("systemd/simrelay.service", "LoadCredential")
                .map(line -> line.replaceFirst(":.*", ""))
                .toList();
        String set = String.join(
                " ", values("systemd/simrelay.service", "Environment").toList());
        assertThat(credentials).isNotEmpty().allMatch(name -> set.contains("_PASSWORD_FILE=%d/" + name));
    }

    @Test
    void systemdFindsNothingWrongInIt() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/systemd-analyze")).as("systemd-analyze").isExecutable();
        Path unit = dir.resolve("simrelay.service");
        Files.writeString(
                unit, Manifests.text("systemd/simrelay.service").replaceFirst("ExecStart=\\S+", "ExecStart=/bin/true"));
        Process verify = new ProcessBuilder("systemd-analyze", "verify", "--man=no", unit.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(verify.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines().filter(line -> line.contains("simrelay.service")))
                .isEmpty();
    }

    @Test
    void theImageRunsAsNobodyAndSaysHowItIs() throws IOException {
        String file = Manifests.text("Containerfile");
        assertThat(file)
                .containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$")
                .contains("/observe/health/live", "HEALTHCHECK");
        for (String line : file.lines().filter(l -> l.startsWith("COPY ")).toList()) {
            assertThat(line).doesNotContain("..");
        }
    }

    private static String value(String key) throws IOException {
        return values("systemd/simrelay.service", key).findFirst().orElseThrow();
    }

    private static Stream<String> values(String file, String key) throws IOException {
        return Manifests.text(file)
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1));
    }
}
