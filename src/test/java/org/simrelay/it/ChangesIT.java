package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.it.Stand.Read;
import org.simrelay.it.Stand.Result;
import org.simrelay.records.Json;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SeenRequest;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** {@code publish: changes} and {@code leaves} over restarts, kills and a real broker: nothing twice without a reason, and nothing too seldom. */
class ChangesIT {

    private static final Duration MOST = Duration.ofMinutes(2);
    private static final String POLL = "iotbos-usage";
    private static final String TOPIC = "sim.usage";
    private static final String NEVER = "0 0 0 1 1 ? 2099";
    private static final List<String> CARDS = Cards.inventory(200);
    // more of them than go out before the first answer
    private static final int BATCH = 2;

    @TempDir
    Path dir;

    @Test
    void whatChangedIsPublishedWhateverHappensInBetween() throws Exception {
        Path poll = home().resolve("routes/polls/" + POLL + ".camel.yaml");
        try (Stand stand = alone(new Stand(dir, new SimulatorConfig(), CARDS)).in(home())) {
            assertThat(swept(stand, 200, 0, 0)).isEqualTo(Set.copyOf(CARDS));
            Map<String, @Nullable String> first = state(stand);

            stand.vendor.omitAlways(CARDS.get(7));
            Files.write(dir.resolve("cards.csv"), CARDS.subList(0, 199));
            assertThat(swept(stand, 1, 198, 1)).containsExactlyInAnyOrder(CARDS.get(7), CARDS.get(199));
            assertThat(last(stand, CARDS.get(7))).contains("\"missing\"");
            assertThat(last(stand, CARDS.get(199))).contains("\"left\"");

            int beforeTheKill = killedInMidSweep(stand);
            JsonNode resumed = resumed(stand);
            int since = of(stand, resumed).size() - beforeTheKill;
            assertThat(since).as(resumed.toString()).isBetween(1, 199);

            Files.writeString(poll, Files.readString(poll).replace("leaves: event", "leaves: tombstone"));
            Files.write(dir.resolve("cards.csv"), CARDS.subList(0, 198));
            // of what was sent before the kill nothing is known, also where its card was as before
            swept(stand, 199 - since, since - 1, 1);
            Map<String, @Nullable String> state = state(stand);
            assertThat(CARDS.subList(0, 198))
                    .allSatisfy(card -> assertThat(state.get(card)).isEqualTo(first.get(card)));
            assertThat(state.get(CARDS.get(198))).isNull();
            whoLeftIsToldThoughACardFails(stand);
        }
    }

    private void whoLeftIsToldThoughACardFails(Stand stand) throws Exception {
        stand.vendor.poison(CARDS.get(5));
        Files.write(dir.resolve("cards.csv"), CARDS.subList(0, 197));
        Result once = stand.run("once", POLL);
        List<JsonNode> ends = ends(stand);
        JsonNode end = ends.get(ends.size() - 1);
        assertThat(end.path("outcome").asText()).as(once.output()).isEqualTo("partial");
        assertThat(List.of("unchanged", "failed", "cleared").stream()
                        .map(field -> end.path(field).asInt(-1)))
                .as(end.toString())
                .containsExactly(196, 1, 1);
        assertThat(of(stand, end)).containsExactly(CARDS.get(197));
        stand.vendor.heal();
        // the one that failed is still known to be there: it has not left
        swept(stand, 0, 197, 0);
    }

    /** A card's value is another one for a moment, which a sweep publishes before it is killed; gives how many it had published. */
    private int killedInMidSweep(Stand stand) throws IOException {
        stand.vendor.heal();
        stand.vendor.omitAlways(CARDS.get(0));
        stand.set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "5");
        ChildProcess once = stand.start(dir.resolve("killed.log"), "once", POLL);
        // asked for a second time, alone: at the next request its event is published
        await().atMost(MOST).until(() -> askedAlone(stand) >= 0);
        await().atMost(MOST).until(() -> stand.vendor.seen().size() > askedAlone(stand) + 2);
        // and a moment later in Kafka
        await().atMost(MOST)
                .untilAsserted(() -> assertThat(last(stand, CARDS.get(0))).contains("\"missing\""));
        once.kill();
        stand.vendor.heal();
        stand.set("IOTBOS_MAIN_REQUESTS_PER_SECOND", "200");
        assertThat(last(stand, CARDS.get(0))).contains("\"missing\"");
        List<String> ended =
                ends(stand).stream().map(end -> end.path("sweep").asText()).toList();
        assertThat(ended).hasSize(2);
        return (int) stand.records(TOPIC).stream()
                .filter(read -> !ended.contains(read.headers().get("ce_sweep")))
                .count();
    }

    private static int askedAlone(Stand stand) {
        return stand.vendor.seen().stream().map(SeenRequest::cards).toList().indexOf(List.of(CARDS.get(0)));
    }

    /** The next run goes on with the one that was cut, to its end. */
    private JsonNode resumed(Stand stand) throws Exception {
        ChildProcess service = stand.start(dir.resolve("run.log"), "run");
        await().atMost(MOST).untilAsserted(() -> assertThat(ends(stand)).hasSize(3));
        assertThat(service.stop(MOST)).isTrue();
        JsonNode end = ends(stand).get(2);
        assertThat(end.path("outcome").asText()).as(end.toString()).isEqualTo("complete");
        assertThat(end.path("published").asInt() + end.path("unchanged").asInt())
                .as(end.toString())
                .isEqualTo(199);
        return end;
    }

    /** One sweep in a process of its own, complete with these counts; gives the cards of its records. */
    private Set<String> swept(Stand stand, int published, int unchanged, int cleared) throws Exception {
        Result once = stand.run("once", POLL);
        assertThat(once.exit()).as(once.output()).isZero();
        List<JsonNode> ends = ends(stand);
        JsonNode end = ends.get(ends.size() - 1);
        assertThat(List.of("published", "unchanged", "failed", "cleared").stream()
                        .map(field -> end.path(field).asInt(-1)))
                .as(end.toString())
                .containsExactly(published, unchanged, 0, cleared);
        assertThat(end.path("expected").asInt()).isEqualTo(published + unchanged);
        List<String> cards = of(stand, end);
        assertThat(cards).hasSize(published + cleared);
        return Set.copyOf(cards);
    }

    /** The cards of a sweep's records. */
    private static List<String> of(Stand stand, JsonNode end) {
        String sweep = end.path("sweep").asText();
        return stand.records(TOPIC).stream()
                .filter(read -> sweep.equals(read.headers().get("ce_sweep")))
                .map(Read::key)
                .toList();
    }

    /** The last value of each card. */
    private static Map<String, @Nullable String> state(Stand stand) {
        Map<String, @Nullable String> state = new HashMap<>();
        stand.records(TOPIC).forEach(read -> state.put(read.key(), read.value()));
        return state;
    }

    private static @Nullable String last(Stand stand, String card) {
        return state(stand).get(card);
    }

    private static List<JsonNode> ends(Stand stand) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (Read read : stand.records("sim.sweeps")) {
            all.add(Json.MAPPER.readTree(read.value()));
        }
        all.removeIf(sweep -> !sweep.path("phase").asText().equals("ended"));
        return all;
    }

    /** Routes and config as shipped, but that the poll publishes changes. */
    private Path home() throws IOException {
        Path home = dir.resolve("home");
        if (!Files.exists(home)) {
            ShippedFiles.copyTo(home);
            Path poll = home.resolve("routes/polls/" + POLL + ".camel.yaml");
            Files.writeString(
                    poll,
                    Files.readString(poll)
                            .replace(
                                    "        card: .num\n",
                                    "        card: .num\n        publish: changes\n        leaves: event\n"));
        }
        return home;
    }

    private static Stand alone(Stand stand) {
        stand.set("CMIOT_ENABLED", "false").set("IOTBOS_BATCH_SIZE", Integer.toString(BATCH));
        for (String query : List.of("USAGE", "BALANCE", "EXPIRY", "STATE", "TARIFF")) {
            stand.set("IOTBOS_" + query + "_CRON", NEVER);
        }
        return stand;
    }
}
