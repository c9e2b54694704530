package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
