package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.config.SettingsException;

/** What an operator sees whose scenario, or whose routes, are not as they should be. */
final class ScenarioRunTest {

    private static final String OK = "routes/scenarios/iotbos-usage/ok.yaml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        ShippedFiles.copyTo(folder);
    }

    @Test
    void aMappingThatWasChangedIsShownByItsField() throws IOException {
        replace("routes/mappings/iotbos-usage.jslt", "int($exceed.ReceivesSmsNum)", "1 + int($exceed.ReceivesSmsNum)");
        assertThat(play()).isEqualTo(2);
        assertThat(lines)
                .contains(
                        "FAILED  iotbos-usage/ok.yaml",
                        "  What one card has used is published; of another the vendor has no data.",
                        "  - sim.usage 1060000000001, smsUsed: expected 6, got 7")
                .last()
                .isEqualTo("2 scenarios, 2 failed");
    }

    @Test
    void manyDifferencesAreCutShort() throws IOException {
        replace(OK, "  sweeps:", "  warnings: [" + "x, ".repeat(30) + "y]\n  sweeps:");
        assertThat(play()).isEqualTo(1);
        assertThat(lines).contains("  … and 11 more");
    }

    @Test
    void allThatIsWrongWithTheFormsIsSaidBeforeOneIsPlayed() throws IOException {
        replace(OK, "iotbos-login", "iotbos-logn");
        replace("routes/scenarios/iotbos-usage/number-that-is-a-word.yaml", "  sweeps:", "  swepes:");
        assertThatThrownBy(this::play)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ok.yaml:5:7: no stub \"iotbos-logn\" (did you mean iotbos-login?)")
                .hasMessageContaining("no \"swepes\" in then (did you mean sweeps?)")
                .hasMessageContaining("then lacks \"sweeps\"");
        assertThat(lines).isEmpty();
    }

    @Test
    void whatIsWrongWithTheRoutesIsSaidAsCheckSaysIt() throws IOException {
        replace("routes/polls/iotbos-usage.camel.yaml", "trigger.timeZone", "trigger.timeZne");
        assertThatThrownBy(this::play)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("iotbos-usage/number-that-is-a-word.yaml: ")
                .hasMessageContaining("trigger.timeZne");
    }

    @Test
    void aVendorsFileThatIsNotUtf8IsNamed() throws IOException {
        replace("config/application.properties", "iotbos.url=", "#iotbos.url=");
        Path file = folder.resolve("routes/vendors/iotbos-call.camel.yaml");
        Files.writeString(file, "# 已激活\n" + Files.readString(file), Charset.forName("GBK"));
        assertThatThrownBy(this::play)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file + " is not UTF-8, at line 1 (looks like GBK)");
    }

    @Test
    void whatAnEditorLeavesBesideARouteIsNoVendor() throws IOException {
        Files.writeString(folder.resolve("routes/polls/.#iotbos-usage.camel.yaml"), "");
        assertThat(play()).isZero();
    }

    @Test
    void aSettingThatNobodyReadsIsNamedAsItStands() throws IOException {
        replace(OK, "given:", "given:\n  settings: { iotbos.batchsize: 2 }");
        assertThatThrownBy(this::play).hasMessageContaining("iotbos.batchsize in given.settings is read by nobody");
    }

    @Test
    void theTimeOfASweepMayBeSet() throws IOException {
        replace(OK, "then:", "when: { at: 2026-12-01T00:30:00+08:00 }\nthen:");
        replace(OK, "outcome: complete", "outcome: complete, sweep: 'iotbos-usage@2026-11-30T16:30:00Z'");
        assertThat(play()).isZero();
    }

    private int play() {
        return new ScenarioRun(folder, lines::add).play(List.of("iotbos-usage"));
    }

    private void replace(String file, String before, String after) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }
}
