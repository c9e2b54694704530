package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.check.Finding.Severity;
import org.simrelay.schema.Schema;
import org.simrelay.schema.Schemas;

/** A mapping that would break the contract, or reads what is not there, is found before a record goes out. */
class MappingTrialTest {

    private static final Path SCENARIOS = Path.of("routes/scenarios");
    private static final Path SCHEMA = Path.of("routes/schemas/usage.schema.json");
    private static final String POLL = "iotbos-usage";
    private static final String LIST = ".data.date";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private Path mapping = Path.of("");
    private String shipped = "";

    @BeforeEach
    void copies() throws IOException {
        mapping = dir.resolve("iotbos-usage.jslt");
        shipped = Files.readString(Path.of("routes/mappings/iotbos-usage.jslt"));
        Files.copy(Path.of("routes/mappings/iotbos.jslt"), dir.resolve("iotbos.jslt"));
    }

    private List<Finding> tried(String text, Schema schema, Path scenarios) throws IOException {
        Files.writeString(mapping, text);
        Problems problems = new Problems();
        SampleItems samples = SampleItems.of(scenarios, POLL, LIST);
        new MappingTrial(mapping, new MappingText(text), schema, samples, problems).run();
        return problems.findings();
    }

    @Test
    void theShippedOneHasNone() throws IOException {
        assertThat(tried(shipped, Schemas.read(SCHEMA), SCENARIOS)).isEmpty();
        assertThat(tried(shipped, Schema.NONE, SCENARIOS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".UseFlow|.UseFlw|ERROR| line 8 column 30: no item of its scenarios has .UseFlw (did you mean UseFlow?)",
                ".UseFlow|.Traffic|WARNING| line 8 column 30: no item of its scenarios has .Traffic",
                ".Exceed|.Exced|ERROR| line 3 column 21: no item of its scenarios has .Exced (did you mean Exceed?)",
                "\"smsUsed\"|\"smsUse\"|ERROR| line 7 column 3: smsUse is no key of the topic's records (did you mean smsUsed?)",
                "\"smsUsed\"|\"smsUse\"|ERROR| line 10: the mapping gives no \"smsUsed\", which ",
                "\"card\": $card,|''|ERROR| line 10: the mapping gives no \"card\"",
                "\"card\": $card|\"card\": .num|ERROR| line 5 column 3: card is not the number that was asked for",
                "int($exceed.ReceivesSmsNum)|join(.State, 1)|ERROR|: the mapping fails for an item of its scenarios: ",
                "int($exceed.ReceivesSmsNum)|text(.num)|WARNING|: what is made of an item of its scenarios breaks ",
            })
    void aMistakeIsNamed(String right, String wrong, Severity severity, String expected) throws IOException {
        String text = shipped.replace(right, wrong);
        assertThat(text).isNotEqualTo(shipped);
        assertThat(tried(text, Schemas.read(SCHEMA), SCENARIOS)).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.text()).contains(expected.strip()).startsWith(mapping.toString());
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void whatIsNoObjectIsNoRecord() throws IOException {
        assertThat(tried("[1]", Schemas.read(SCHEMA), SCENARIOS)).first().satisfies(finding -> assertThat(
                        finding.text())
                .startsWith(mapping + " line 1: the mapping gives no object for an item of its scenarios"));
    }

    @Test
    void withoutASchemaTheScenariosSayWhatKeysThereAre() throws IOException {
        assertThat(tried(shipped.replace("smsUsed", "smsUse"), Schema.NONE, SCENARIOS))
                .extracting(Finding::message)
                .anyMatch(said -> said.startsWith("smsUse is no key of the topic's records (did you mean smsUsed?)"))
                .anyMatch(said -> said.startsWith("the mapping gives no \"smsUsed\""));
    }

    @Test
    void aReplyThatWasSavedIsASampleToo() throws IOException {
        Path saved = Files.createDirectories(dir.resolve("scenarios").resolve(POLL));
        Files.writeString(
                saved.resolve("reply.json"),
                """
                {"data": {"date": [{"num": "1", "State": 1, "Exceed": {"ReceivesSmsNum": 6, "UseFlow": 1, "New": 2}}]}}
                """);
        String text = shipped.replace("decimal($exceed.UseFlow)", "decimal($exceed.Nwe)");
        assertThat(tried(text, Schemas.read(SCHEMA), dir.resolve("scenarios")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(".Nwe (did you mean New?)"));
    }

    @Test
    void withoutASampleNoFieldIsDoubted() throws IOException {
        assertThat(tried(shipped.replace("UseFlow", "Other"), Schemas.read(SCHEMA), dir.resolve("none")))
                .isEmpty();
    }
}
