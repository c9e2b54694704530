package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** CMIOT end to end: the packaged jar, a real broker, and a vendor that enforces its document. */
class CmiotIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    @Test
    void everyCardInArrearsIsPublishedOnceAndTheSweepSaysSo() throws Exception {
        List<String> arrears = Cards.arrears(45);
        try (Stand stand = new Stand(dir, new SimulatorConfig().arrears(arrears), List.of())) {
            Result result = stand.run("once", "cmiot-arrearage");

            assertThat(result.exit()).as(result.output()).isZero();
            List<Read> records = stand.records("sim.arrearage");
            assertThat(records).extracting(Read::key).containsExactlyInAnyOrderElementsOf(arrears);
            Read first = records.get(0);
            JsonNode value = JSON.readTree(first.value());
            assertThat(value.get("card").textValue()).isEqualTo(first.key());
            assertThat(value.get("status").textValue()).isEqualTo("02");
            assertThat(value.get("statusDate").textValue()).matches("\\d{4}-\\d{2}-\\d{2}");
            String sweep = JSON.readTree(stand.records("sim.sweeps").get(0).value())
                    .get("sweep")
                    .textValue();
            assertThat(first.headers())
                    .containsAllEntriesOf(Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", sweep + "/" + first.key(),
                            "ce_source", "/cmiot/main",
                            "ce_type", "simrelay.arrearage.v1",
                            "ce_subject", first.key(),
                            "ce_sweep", sweep,
                            "content-type", "application/json"))
                    .containsOnlyKeys(
                            "ce_specversion",
                            "ce_id",
                            "ce_source",
                            "ce_type",
                            "ce_subject",
                            "ce_sweep",
                            "ce_time",
                            "content-type");
            assertThat(List.of(first, stand.records("sim.sweeps").get(1)))
                    .allSatisfy(record ->
                            assertThat(record.headers().get("ce_time")).matches(".+:\\d\\d(\\.\\d{3})?Z"));
            JsonNode end = JSON.readTree(stand.records("sim.sweeps").get(1).value());
            assertThat(end.get("outcome").textValue()).isEqualTo("complete");
            assertThat(end.get("expected").intValue()).isEqualTo(45);
            assertThat(end.get("published").intValue()).isEqualTo(45);
            // three pages, in two passes
            assertThat(end.get("requests").intValue()).isEqualTo(6);
            assertThat(stand.records("sim.failures")).isEmpty();
            assertThat(stand.vendor.counters().violations()).isZero();
            assertThat(stand.vendor.counters().refused()).isZero();
            assertThat(result.output()).doesNotContain(Stand.CMIOT_SECRET);
            assertThat(records).extracting(Read::all).noneMatch(all -> all.contains(Stand.CMIOT_SECRET));
        }
    }
}
