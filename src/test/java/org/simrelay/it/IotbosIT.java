package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** iotbos end to end: five polls at once, one login, every card of the inventory in each. */
class IotbosIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "usage", Set.of("card", "result", "smsUsed", "dataUsed", "dataUnit"),
            "balance", Set.of("card", "result", "smsLeft", "dataLeft", "dataUnit"),
            "expiry", Set.of("card", "result", "state", "stateText", "expiresAt"),
            "state", Set.of("card", "result", "state", "stateText"),
            "tariff",
                    Set.of(
                            "card",
                            "result",
                            "plan",
                            "monthlyFee",
                            "smsIncluded",
                            "smsOveragePrice",
                            "dataIncluded",
                            "dataOveragePrice"));

    @TempDir
    Path dir;

    @Test
    void fivePollsPublishEveryCardOnceWithOneLogin() throws Exception {
        List<String> cards = Cards.inventory(231);
        try (Stand stand = new Stand(dir, new SimulatorConfig().arrears(0), cards)) {
            stand.vendor.omitAlways(cards.get(17));

            Result result = stand.set("CMIOT_ENABLED", "false").run("once");

            assertThat(result.exit()).as(result.output()).isZero();
            for (Map.Entry<String, Set<String>> query : FIELDS.entrySet()) {
                List<Read> records = stand.records("sim." + query.getKey());
                assertThat(records).extracting(Read::key).containsExactlyInAnyOrderElementsOf(cards);
                for (Read record : records) {
                    JsonNode value = JSON.readTree(record.value());
                    Set<String> fields = new TreeSet<>();
                    value.fieldNames().forEachRemaining(fields::add);
                    assertThat(fields).isEqualTo(new TreeSet<>(query.getValue()));
                    boolean omitted = record.key().equals(cards.get(17));
                    assertThat(value.get("result").textValue().equals("missing"))
                            .isEqualTo(omitted);
                }
                assertThat(records).extracting(Read::all).noneMatch(all -> all.contains("canary"));
            }
            assertThat(stand.records("sim.sweeps"))
                    .filteredOn(r -> r.value().contains("\"ended\""))
                    .hasSize(5)
                    .allMatch(r -> r.value().contains("\"outcome\":\"complete\""));
            assertThat(stand.records("sim.failures")).isEmpty();
            assertThat(stand.vendor.counters().logins()).isEqualTo(1);
            assertThat(stand.vendor.counters().violations()).isZero();
            assertThat(stand.vendor.counters().refused()).isZero();
            assertThat(result.output()).doesNotContain("canary");
        }
    }
}
