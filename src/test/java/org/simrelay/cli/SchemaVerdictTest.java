package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simrelay.config.Installation;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.schema.Schemas;

/** What a preview would publish is held against its topic's schema. */
class SchemaVerdictTest {

    private final SchemaVerdict verdict = new SchemaVerdict(
            new Schemas(Installation.open(Path.of(""), Map.of()).files()));

    private static DryRunRecord record(String topic, String value) {
        return new DryRunRecord(topic, "1", value, Map.of());
    }

    @Test
    void aFieldThatDoesNotFitIsNamed() {
        DryRunRecord record = record(
                "sim.usage",
                "{\"card\":\"1\",\"result\":\"ok\",\"smsUsed\":\"six\",\"dataUsed\":1,\"dataUnit\":\"unspecified\"}");
        assertThat(verdict.of(record)).isNotEmpty().allMatch(problem -> problem.contains("smsUsed"));
        assertThat(verdict.by(record)).endsWith("usage.schema.json");
    }

    @Test
    void theLedgerHasASchemaTooAndATopicWithoutOneFits() {
        assertThat(verdict.of(record("sim.failures", "{\"id\":1}"))).isNotEmpty();
        assertThat(verdict.of(record("sim.unheard-of", "{}"))).isEmpty();
        assertThat(verdict.by(record("sim.unheard-of", "{}"))).isNull();
    }
}
