package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.records.Json;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.Mix;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** Every query that is shipped, those that are off until somebody wants them too, against vendors that hold it to their documents. */
class SimulatedQueriesTest extends RealRoutes {

    private static final int CARDS = 130;
    private static final int ARREARS = 45;
    private static final String GROUP = "2000012";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    @SuppressWarnings("NullAway.Init")
    private VendorSimulator simulator;

    @Test
    void sweepsComplete() throws Exception {
        signatures();
        for (String poll : polls()) {
            sweep(poll);
        }
        Map<String, JsonNode> ends = new HashMap<>();
        ends().forEach(end -> ends.put(end.path("poll").asText(), end));
        // each record is JSON, those of other topics too
        assertThat(records()).allSatisfy(record -> Json.MAPPER.readTree(record.value()));
        assertThat(ends).containsOnlyKeys(polls());
        ends.values().forEach(end -> assertThat(end.path("outcome").asText())
                .as(end.toString())
                .isEqualTo("complete"));
        ends.forEach((poll, end) -> assertThat(end.path("published").asInt())
                .as(poll)
                .isEqualTo(poll.equals("cmiot-arrearage") ? ARREARS : poll.equals("cmiot-group") ? 1 : CARDS));
        assertThat(records())
                .filteredOn(record -> record.topic().equals("sim.dayusage"))
                .hasSize(2 * CARDS)
                .allSatisfy(record ->
                        assertThat(record.value()).contains("\"result\":\"ok\"", "\"day\":\"2026-11-21\"", "\"KB\""));
        assertThat(simulator.counters().violations()).isZero();
        assertThat(simulator.counters().refused()).isZero();
    }

    @Override
    protected void setupResources() throws IOException {
        simulator = VendorSimulator.start(new SimulatorConfig()
                .clock(clock)
                .mix(Mix.ALL_OK)
                .arrears(ARREARS)
                .members(GROUP, CARDS)
                .onelink(APPID, ONELINK_SECRET)
                .cmiot(APPID, CMIOT_SECRET)
                .iotbos(ACCOUNT, IOTBOS_SECRET));
        Path cards = Files.write(temp.resolve("cards.csv"), Cards.inventory(CARDS));
        Map<String, String> settings = new HashMap<>(Map.of(
                "cmiot.url",
                simulator.cmiotUrl(),
                "iotbos.url",
                simulator.iotbosUrl(),
                "cards.file",
                cards.toString()));
        settings.put("onelink.url", simulator.onelinkUrl());
        settings.put("onelink.main.appid", APPID);
        settings.put("onelink.main.password", ONELINK_SECRET);
        settings.put("onelink.main.requests-per-second", "1000");
        settings.put("onelink.members.group", GROUP);
        settings.put("onelink.members.enabled", "true");
        Settings shipped = Settings.load(Path.of("config/application.properties"), Map.of());
        for (String key : new RouteFiles(Path.of("routes"), shipped).off()) {
            settings.put(key, "true");
        }
        prepare(settings, List.of());
    }

    @Override
    protected void cleanupResources() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
