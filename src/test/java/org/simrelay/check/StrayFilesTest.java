package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.ShippedFiles;
import org.simrelay.config.Installation;

/** A file in another folder, or of another name, than what reads it looks for is named, with where it belongs. */
class StrayFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void shipped() throws IOException {
        ShippedFiles.copyTo(dir);
    }

    private List<Finding> findings() {
        Map<String, String> standIns = CredentialStandIns.of(Installation.open(dir, Map.of()));
        Preflight preflight = new Preflight(Installation.open(dir, standIns));
        preflight.files(List.of());
        return preflight.findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "polls/iotbos-usage.camel.yaml | polls/iotbos-usage.camel.yaml.txt | rename it to iotbos-usage.camel.yaml",
                "polls/iotbos-usage.camel.yaml | vendors/iotbos-usage.camel.yaml | polls/iotbos-usage.camel.yaml",
                "mappings/iotbos-usage.jslt | polls/iotbos-usage.jslt | mappings stand in routes/mappings; move it there",
                "mappings/iotbos-usage.jslt | mappings/iotbos-usage.json | rename it to iotbos-usage.jslt",
                "mappings/iotbos-usage.jslt | mappings/usage.jslt | rename it to iotbos-usage.jslt",
                "mappings/iotbos-usage.jslt | mappings/iotbos-Usage.jslt | rename it to iotbos-usage.jslt",
                "schemas/usage.schema.json | schemas/iotbos-usage.schema.json | rename it to usage.schema.json",
                "schemas/usage.schema.json | schemas/usage.json | rename it to usage.schema.json",
                "schemas/usage.schema.json | mappings/usage.schema.json | schemas stand in routes/schemas; move it there",
                "scenarios/iotbos-usage/ok.yaml | scenarios/iotbos-usage.yaml | a scenario stands in the folder of its poll",
                "scenarios/iotbos-usage/ok.yaml | scenarios/iotbos-usage/ok.yml | the name of a scenario ends with .yaml"
            })
    void isNamedWithWhereItBelongs(String right, String wrong, String said) throws IOException {
        Path to = dir.resolve("routes").resolve(wrong);
        Files.move(dir.resolve("routes").resolve(right), to);
        assertThat(findings())
                .filteredOn(finding -> finding.text().contains(said))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.text()).startsWith(to.toString());
                    assertThat(finding.remedy()).isNotBlank();
                });
    }

    @Test
    void whatBelongsToAPollOfAnotherNameIsNotBlamed() throws IOException {
        Path poll = dir.resolve("routes/polls/iotbos-usage.camel.yaml");
        Files.move(poll, poll.resolveSibling("iotbos-usage.yml"));
        assertThat(findings())
                .filteredOn(finding -> finding.text().contains("usage"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("iotbos-usage.yml is passed over"));
    }

    @Test
    void theShippedFilesHaveNone() {
        assertThat(findings()).noneMatch(finding -> finding.text()
                .startsWith(dir.resolve("routes").toString()));
    }
}
