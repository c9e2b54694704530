package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.kafka.Topics;

/** What the log shows of a record that Kafka cannot have. */
class LedgerEntryTest {

    private static LedgerEntry failure() {
        ObjectNode value = Json.MAPPER.createObjectNode().put("message", "no contract for SIM-AB-C1");
        value.putArray("cards").add("SIM-AB-C1").add("1064800000001");
        EventAttributes attributes = new EventAttributes("simrelay.failure.v1", "/iotbos/main", "iotbos-usage@x");
        return new LedgerEntry(
                "/iotbos/main",
                "iotbos-usage@x",
                Topics.FAILURES,
                "iotbos-usage@x/batch-1",
                attributes.at(Instant.EPOCH).event("x/open", "iotbos-usage", Json.bytes(value)));
    }

    @Test
    void ofCardsTheLastCharactersAloneWhateverTheyAreMadeOf() {
        assertThat(failure().text())
                .contains("batch-1", "no contract for ****B-C1")
                .doesNotContain("SIM-AB", "1064800000001");
    }

    @Test
    void alsoOfOneThatIsRememberedInItsPlace() {
        assertThat(new Untold(1, failure()).remembered().text())
                .contains("batch-1")
                .doesNotContain("SIM-AB", "1064800000001");
    }
}
