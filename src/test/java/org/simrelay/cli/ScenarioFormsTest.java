package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.ShippedFiles;
import org.simrelay.config.Installation;

/** check says of scenarios what test would refuse, each with file, line and column, and stops nothing for it. */
class ScenarioFormsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void mistypedKeysAreWarnedOfAllAtOnce() throws IOException {
        ShippedFiles.copyTo(dir);
        Installation home = Installation.open(dir, Map.of());
        assertThat(ScenarioForms.doubtful(dir, home)).isEmpty();

        Path usage = dir.resolve("routes/scenarios/iotbos-usage/ok.yaml");
        Files.writeString(usage, Files.readString(usage).replace("\n  records:", "\n  recrods:"));
        Path state = dir.resolve("routes/scenarios/iotbos-state/ok.yaml");
        Files.writeString(state, Files.readString(state).replace("given:", "givne:"));
        Files.move(dir.resolve("routes/scenarios/iotbos-tariff"), dir.resolve("routes/scenarios/iotbos-tarif"));

        assertThat(ScenarioForms.doubtful(dir, home))
                .noneMatch(found -> found.isError())
                .allSatisfy(found -> assertThat(found.remedy()).isNotBlank())
                .anySatisfy(found -> assertThat(found.text())
                        .startsWith(usage + " line 15 column ")
                        .contains("no \"recrods\" in then (did you mean records?)"))
                .anySatisfy(found -> assertThat(found.text())
                        .startsWith(state + " line 2 column ")
                        .contains("no \"givne\" in a scenario (did you mean given?)"))
                .anySatisfy(found -> assertThat(found.text())
                        .contains("iotbos-tarif is a folder of scenarios of no poll (did you mean iotbos-tariff?)"));
    }

    static List<List<String>> mistakes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/check/scenarios.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Splitter.on(" || ").splitToList(line))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNamedWithFileLineAndRemedy(List<String> mistake) throws IOException {
        ShippedFiles.copyTo(dir);
        Path file = dir.resolve("routes/scenarios/iotbos-usage/number-that-is-a-word.yaml");
        String shipped = Files.readString(file);
        String planted = shipped.replace(
                mistake.get(0).replace("\\n", "\n"),
                mistake.get(1).replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(planted).isNotEqualTo(shipped);
        Files.writeString(file, planted);
        assertThat(ScenarioForms.doubtful(dir, Installation.open(dir, Map.of())))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.file()).isEqualTo(file.toString()))
                .allSatisfy(found -> assertThat(found.remedy()).isNotBlank())
                .anySatisfy(found -> assertThat("line " + found.line() + " column " + found.column() + ": "
                                + found.message() + "; " + found.remedy())
                        .startsWith(mistake.get(2)));
    }
}
