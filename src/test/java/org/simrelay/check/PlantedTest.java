package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.ShippedFiles;
import org.simrelay.config.Installation;

/** Mistakes as people make them in any file of an installation: check names the file, the line and what to do, and blames no other file. */
class PlantedTest {

    private static final String ALL =
            """
            cmiot.connection.enabled=true
            cmiot.cardstatus.enabled=true
            cmiot.dayusage.enabled=true
            cmiot.credit.enabled=true
            cmiot.group.enabled=true
            cmiot.packages.enabled=true
            cmiot.lifecycle.enabled=true
            cmiot.monthusage.enabled=true
            onelink.enabled=true
            onelink.members.enabled=true
            onelink.members.group=g1
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    static List<List<String>> mistakes() throws IOException {
        return rows("planted.txt");
    }

    static List<List<String>> oddities() throws IOException {
        return rows("legal.txt");
    }

    private static List<List<String>> rows(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/check", file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Splitter.on(" || ").splitToList(line))
                .toList();
    }

    private static String text(String escaped) {
        return escaped.replace("\\n", "\n").replace("\\t", "\t");
    }

    private List<Finding> findings() {
        Map<String, String> standIns = CredentialStandIns.of(Installation.open(dir, Map.of()));
        Preflight preflight = new Preflight(Installation.open(dir, standIns));
        preflight.files(List.of());
        preflight.mappings();
        preflight.beginOff();
        preflight.off();
        return preflight.findings();
    }

    private static String said(Finding finding) {
        return (finding.line() == null ? "" : "line " + finding.line())
                + (finding.column() == null ? "" : " column " + finding.column()) + ": " + finding.message() + "; "
                + finding.remedy();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNamedWithFileAndLine(List<String> mistake) throws IOException {
        ShippedFiles.copyTo(dir);
        Path file = dir.resolve("routes").resolve(mistake.get(0));
        String shipped = Files.readString(file);
        String planted = shipped.replace(text(mistake.get(1)), text(mistake.get(2)));
        assertThat(planted).isNotEqualTo(shipped);
        Files.writeString(file, planted);
        String expected = MistakesTest.place(mistake.get(3), shipped, planted);
        List<Finding> findings = findings();
        assertThat(findings)
                .filteredOn(finding -> file.toString().equals(finding.file()))
                .anySatisfy(finding -> assertThat(said(finding)).startsWith(expected))
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
        assertThat(findings).filteredOn(Finding::isError).allSatisfy(finding -> assertThat(finding.file())
                .isEqualTo(file.toString()));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void whatIsOnlyUnusualIsNone(List<String> oddity) throws IOException {
        ShippedFiles.copyTo(dir);
        Path file = dir.resolve("routes").resolve(oddity.get(0));
        String shipped = Files.readString(file);
        String odd = shipped.replace(text(oddity.get(1)), text(oddity.get(2)));
        assertThat(odd).isNotEqualTo(shipped);
        Files.writeString(file, odd);
        assertThat(findings()).extracting(PlantedTest::said).noneMatch(said -> said.startsWith("line"));
        assertThat(findings()).noneMatch(finding -> finding.text().contains(dir + "/routes"));
    }

    @Test
    void theShippedOnesHaveNone() throws IOException {
        ShippedFiles.copyTo(dir);
        Path settings = dir.resolve("config/application.properties");
        String shipped = Files.readString(settings);
        assertThat(findings()).noneMatch(finding -> finding.text().contains(dir + "/routes"));
        List<String> lines = new ArrayList<>(shipped.lines().toList());
        List<String> keys =
                ALL.lines().map(line -> line.replaceFirst("=.*", "=")).toList();
        lines.removeIf(line -> keys.stream().anyMatch(line::startsWith));
        Files.writeString(settings, String.join("\n", lines) + "\n" + ALL);
        assertThat(findings()).noneMatch(Finding::isError).noneMatch(finding -> finding.text()
                .contains(dir + "/routes"));
    }

    @Test
    void fiveAreToldAtOnce() throws IOException {
        ShippedFiles.copyTo(dir);
        Map<String, String> files = Map.of(
                "mappings/iotbos-usage.jslt", "int(|toInt(",
                "mappings/iotbos-state.jslt", "text(.TerminalState)|text(.TerminalState, 1)",
                "schemas/usage.schema.json", "\"integer\"|\"int\"",
                "polls/iotbos-expiry.camel.yaml", "list: .|list: $.",
                "vendors/iotbos-login.camel.yaml", "ref: awaitPace|ref: acquirePermit");
        for (Map.Entry<String, String> one : files.entrySet()) {
            Path file = dir.resolve("routes").resolve(one.getKey());
            List<String> change = Splitter.on('|').splitToList(one.getValue());
            Files.writeString(file, Files.readString(file).replace(change.get(0), change.get(1)));
        }
        assertThat(findings().stream()
                        .filter(Finding::isError)
                        .map(Finding::file)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                        .map(file -> dir.resolve("routes").resolve(file).toString())
                        .toList());
    }
}
