package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.kafka.DryRunRecord;

/** What is said where something else came than a scenario expects. */
final class DifferencesTest {

    private static final String SWEEP = "p-use@2026-11-22T08:00:01Z";
    private static final Played PLAYED = new Played(
            List.of(
                    record("sim.sweeps", SWEEP, "{\"sweep\":\"" + SWEEP + "\",\"phase\":\"started\"}"),
                    record("sim.use", "1", "{\"card\":\"1\",\"used\":1.00}"),
                    record("sim.use", "2", "{\"card\":\"2\",\"used\":7}"),
                    record("sim.failures", "f", "{\"outcome\":\"invalid\",\"cards\":[\"3\"],\"message\":\"a word\"}"),
                    record(
                            "sim.sweeps",
                            SWEEP,
                            "{\"sweep\":\"" + SWEEP
                                    + "\",\"phase\":\"ended\",\"outcome\":\"partial\",\"reason\":null}")),
            new Calls(
                    List.of(Call.of("GET", "/use?cards=1,2", "", 0), Call.of("GET", "/use?cards=3", "", 1_000_000)),
                    List.of("/other?page=1"),
                    List.of()),
            List.of("a pace that is too slow"));

    private static final String AS_PLAYED =
            """
            sweeps: [{ outcome: partial, reason: null }]
            records:
              sim.use:
                - { key: 2, value: '{"card":"$card","used":7}' }
                - { key: 1, value: '{"card":"$card","used":1.00}', headers: { ce_id: 'sim.use/1' } }
            failures: [{ outcome: invalid, cards: ["3"], message: word }]
            requests: { /use: 2, '/use?cards=3': 1 }
            warnings: [too slow]
            apart: { /use: 1 }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    @Test
    void nothingIsSaidOfWhatIsAsExpected() throws IOException {
        assertThat(differences(AS_PLAYED)).containsExactly("no stub answers /other?page=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "outcome: partial | outcome: complete | sweep 1 p-use@2026-11-22T08:00:01Z, outcome: expected \"complete\", got \"partial\"",
                "reason: null | reason: broken | sweep 1 p-use@2026-11-22T08:00:01Z, reason: expected a text with \"broken\", got null",
                "sweeps: [ | sweeps: [{ outcome: partial }, | sweep 2: expected {outcome=\"partial\", reason=null}, got none",
                "\"used\":7 | \"used\":8 | sim.use 2, used: expected 8, got 7",
                "\"used\":1.00 | \"used\":1.0 | sim.use 1, used: expected 1.0, got 1.00",
                "{\"card\":\"$card\",\"used\":7} | {\"used\":7,\"card\":\"$card\"} | sim.use 2: expected {\"used\":7,\"card\":\"2\"}, got {\"card\":\"2\",\"used\":7}",
                "key: 2, | key: 4, | sim.use 4: expected {\"card\":\"4\",\"used\":7}, got none",
                "key: 2, | key: 4, | sim.use 2: expected none, got {\"card\":\"2\",\"used\":7}",
                "sim.use/1 | sim.use/2 | sim.use 1, header ce_id: expected \"sim.use/2\", got \"sim.use/1\"",
                "message: word | message: letter | sim.failures invalid of [\"3\"], message: expected a text with \"letter\", got \"a word\"",
                "failures: [ | failures: [{ outcome: later }, | sim.failures: expected {outcome=\"later\"}, got none",
                "/use: 2 | /use: 3 | requests /use: expected 3, got 2",
                "/use: 2, | '' | requests /use: expected 0, got 2",
                "too slow | too fast | warnings: expected one with \"too fast\", got [a pace that is too slow]",
                "/use: 1 } | /use: 2 } | apart /use: expected 2 ms at least, got 1",
            })
    void whatIsNotAsExpectedIsSaidWithBoth(String before, String after, String line) throws IOException {
        assertThat(AS_PLAYED).contains(before);
        assertThat(differences(AS_PLAYED.replace(before, after.equals("''") ? "" : after)))
                .contains(line);
    }

    @Test
    void whatNobodyExpectedIsSaid() throws IOException {
        assertThat(differences("sweeps: []\n"))
                .contains("sim.use 1: expected none, got {\"card\":\"1\",\"used\":1.00}")
                .anyMatch(line -> line.startsWith("sweep 1: expected none, got {"))
                .anyMatch(line -> line.startsWith("sim.failures: expected none, got {"));
    }

    @Test
    void whichOfTwoAccountsEndsFirstIsNoMatter() throws IOException {
        Played two = new Played(
                List.of(end("south", "partial"), end("north", "complete"), end("south", "complete")),
                new Calls(List.of(), List.of(), List.of()),
                List.of());
        assertThat(differences(
                        """
                        sweeps:
                          - { account: north, outcome: complete }
                          - { account: south, outcome: partial }
                          - { account: south, outcome: complete }
                        """,
                        two))
                .isEmpty();
        assertThat(differences(
                        """
                        sweeps:
                          - { account: north, outcome: complete }
                          - { account: south, outcome: complete }
                          - { account: south, outcome: partial }
                        """,
                        two))
                .hasSize(2);
        assertThat(differences("sweeps: [{ outcome: complete }, { outcome: partial }, { outcome: complete }]\n", two))
                .hasSize(2);
    }

    private static DryRunRecord end(String account, String outcome) {
        return record(
                "sim.sweeps",
                SWEEP,
                "{\"sweep\":\"" + SWEEP + "\",\"account\":\"" + account + "\",\"phase\":\"ended\",\"outcome\":\""
                        + outcome + "\"}");
    }

    private List<String> differences(String then) throws IOException {
        return differences(then, PLAYED);
    }

    private List<String> differences(String then, Played played) throws IOException {
        Path file = Files.writeString(temp.resolve("case.yaml"), "given: {}\nthen:\n" + then.indent(2));
        return Differences.of(ScenarioReader.read(file, temp), played);
    }

    private static DryRunRecord record(String topic, String key, String value) {
        return new DryRunRecord(topic, key, value, Map.of("ce_id", topic + "/" + key));
    }
}
