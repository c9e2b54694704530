package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.simrelay.status.LedgerRecords.AT;
import static org.simrelay.status.LedgerRecords.checkpoint;
import static org.simrelay.status.LedgerRecords.failure;
import static org.simrelay.status.LedgerRecords.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;
import org.simrelay.status.LedgerView;
import org.simrelay.status.PollStatus;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.SweepId;

/** {@code status}, for people and for scripts. */
class StatusTableTest {

    private static final Instant NOW = AT.plusSeconds(4_000);

    private final SweepId usage = new SweepId("iotbos-usage", AT);
    private final SweepId later = new SweepId("iotbos-usage", AT.plusSeconds(1_800));

    private Map<String, Owner> owners = Map.of();

    private List<PollStatus> polls() {
        LedgerView ledger = new LedgerView();
        ledger.accept(sweep(usage, "complete", AT.plusSeconds(90)));
        ledger.accept(sweep(later, "partial", "card 1064876543210 is refused", AT.plusSeconds(1_900)));
        ledger.accept(failure(later, 1, "open", "1064876543210", "1064876543211"));
        Checkpoint running = new Checkpoint(
                new SweepId("iotbos-usage", AT.plusSeconds(3_600)),
                AT.plusSeconds(3_600),
                true,
                true,
                Progress.NONE,
                3_000L,
                412,
                0,
                10,
                0,
                1,
                AT);
        with(ledger, running);
        return PollStatus.of(ledger, Set.of("cmiot-arrearage", "iotbos-usage"), owners);
    }

    private static LedgerView with(LedgerView ledger, Checkpoint running) {
        String value = running.json(Json.MAPPER.createObjectNode()).toString();
        ledger.accept(checkpoint(running.sweep().key(), value, AT.plusSeconds(3_700)));
        return ledger;
    }

    @Test
    void aLineEachInColumns() {
        List<String> lines = StatusTable.of(polls(), NOW);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("POLL             LAST COMPLETE").contains("OWNER");
        assertThat(lines.get(1)).startsWith("cmiot-arrearage  –").contains("  0  ");
        assertThat(lines.get(2))
                .startsWith("iotbos-usage     2026-11-22T08:01:30Z  1h5m  partial 2026-11-22T08:31:40Z  1 (2 cards)")
                .contains("since 2026-11-22T09:00:00Z, 412 of 3000")
                .endsWith("card ****3210 is refused");
    }

    @Test
    void aFailureWhoseCardsNobodyKnowsCountsNone() {
        LedgerView ledger = new LedgerView();
        ledger.accept(failure(later, 1, "open"));
        List<PollStatus> polls = PollStatus.of(ledger, Set.of("iotbos-usage"), Map.of());
        assertThat(StatusTable.of(polls, NOW).get(1)).contains("  1  ").doesNotContain("0 cards");
    }

    @Test
    void theSameAsJson() throws Exception {
        JsonNode json = Json.MAPPER.readTree(StatusJson.of(polls(), NOW));
        assertThat(json.at("/polls/0/completeAt").isNull()).isTrue();
        assertThat(json.at("/polls/0/running").isNull()).isTrue();
        JsonNode usageNode = json.at("/polls/1");
        assertThat(usageNode.path("ageSeconds").longValue()).isEqualTo(3_910);
        assertThat(usageNode.at("/last/outcome").textValue()).isEqualTo("partial");
        assertThat(usageNode.at("/open/cards").longValue()).isEqualTo(2);
        assertThat(usageNode.at("/running/published").longValue()).isEqualTo(412);
        assertThat(usageNode.path("owner").isNull()).isTrue();
        assertThat(json.toString()).doesNotContain("1064876543210");
    }

    @Test
    void cardsThatSayTheSameCountAsDone() throws Exception {
        Checkpoint running =
                new Checkpoint(later, later.scheduledAt(), true, true, Progress.NONE, 3_000L, 12, 2_400, 10, 0, 1, AT);
        List<PollStatus> polls = PollStatus.of(with(new LedgerView(), running), Set.of(), Map.of());
        assertThat(polls).isNotEmpty();
        assertThat(StatusTable.of(polls, NOW).get(1)).contains("2412 of 3000");
        JsonNode json = Json.MAPPER.readTree(StatusJson.of(polls, NOW));
        assertThat(json.at("/polls/0/running/published").longValue()).isEqualTo(12);
        assertThat(json.at("/polls/0/running/unchanged").longValue()).isEqualTo(2_400);
    }

    @Test
    void whatAPollThatIsGoneLeftOpenIsListed() {
        LedgerView ledger = new LedgerView();
        ledger.accept(failure(new SweepId("iotbos-gone", "second", AT), 1, "open", "1064876543210"));
        List<PollStatus> polls = PollStatus.of(ledger, Set.of("iotbos-usage"), Map.of());
        assertThat(StatusTable.of(polls, NOW))
                .anyMatch(line -> line.startsWith("iotbos-gone.second (not here)") && line.contains("  1 (1 cards)"));
    }

    @Test
    void whoHasTheAccountIsNamedWithItsAddress() throws Exception {
        owners = Map.of("/iotbos/main", new Owner("/iotbos/main", "two:8077", "two-2-b", AT, null, 0));
        JsonNode json = Json.MAPPER.readTree(StatusJson.of(polls(), NOW));
        assertThat(json.at("/polls/0/owner").isNull()).isTrue();
        assertThat(json.at("/polls/1/owner/instance").textValue()).isEqualTo("two-2-b");
        assertThat(json.at("/polls/1/owner/address").textValue()).isEqualTo("two:8077");
        assertThat(json.at("/polls/1/owner/since").textValue()).isEqualTo(AT.toString());
        assertThat(StatusTable.of(polls(), NOW).get(2)).contains("  two:8077 (two-2-b)  ");
    }

    @Test
    void agesInTwoUnits() {
        assertThat(StatusTable.age(null)).isEqualTo("–");
        assertThat(StatusTable.age(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(StatusTable.age(Duration.ofSeconds(61))).isEqualTo("1m1s");
        assertThat(StatusTable.age(Duration.ofHours(49))).isEqualTo("2d1h");
    }
}
