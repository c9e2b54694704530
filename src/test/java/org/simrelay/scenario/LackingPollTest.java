package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A route of all sweeps that lacks a line they need, and runs all the same: its sweep ends, and no card is lost in silence. */
final class LackingPollTest extends RealRoutes {

    private static final String POLL = "iotbos-usage";
    private static final int CARDS = 60;

    @TempDir
    private Path temp;

    @SuppressWarnings("NullAway.Init")
    private StubVendor vendor;

    @ParameterizedTest
    @ValueSource(strings = {"onPrepare: openRequest", "streaming: true", "routeConfigurationId: retries"})
    @Timeout(180)
    void endsAndReportsEveryCard(String line) throws Exception {
        edit("routes/shared/sweep.camel.yaml", "(?m)^ *" + line + "\\n(?!.*accountsOfPoll)", "");
        Thread sweeping = new Thread(() -> {
            try {
                sweep(POLL);
            } catch (Exception e) {
                // what the route threw is in the sweep's record
            }
        });
        sweeping.setDaemon(true);
        sweeping.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            // long after anything may have moved
            clock.forward(Duration.ofMinutes(1));
            return !ends().isEmpty();
        });
        sweeping.join();

        JsonNode end = ends().get(0);
        assertThat(ends()).hasSize(1);
        assertThat(end.path("outcome").asText()).isEqualTo("failed");
        assertThat(end.path("expected").asInt()).isEqualTo(CARDS);
        assertThat(end.path("failed").asInt() + end.path("published").asInt()).isEqualTo(CARDS);
        assertThat(values("sim.failures").stream()
                        .mapToInt(f -> f.path("count").asInt())
                        .sum())
                .isEqualTo(end.path("failed").asInt());
        assertThat(values("sim.usage")).hasSize(end.path("published").asInt());
    }

    @Override
    protected void setupResources() throws IOException {
        vendor = new StubVendor(List.of(down("/Api/token"), down("/Api/TerminalInfo/Exceed")));
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < CARDS; i++) {
            cards.add(String.valueOf(1_060_000_000_000L + i));
        }
        Path inventory = Files.write(temp.resolve("cards.csv"), cards);
        prepare(
                Map.of(
                        "cmiot.url",
                        vendor.url() + "/v2",
                        "iotbos.url",
                        vendor.url(),
                        "iotbos.batch-size",
                        "2",
                        "iotbos.max-attempts",
                        "1",
                        "cards.file",
                        inventory.toString()),
                List.of());
    }

    private static Stub down(String path) {
        return new Stub(
                "GET",
                path,
                Map.of(),
                Stub.NO_END,
                Duration.ZERO,
                500,
                Map.of(),
                request -> new byte[0],
                null,
                1,
                Duration.ZERO);
    }

    @Override
    protected void cleanupResources() {
        if (vendor != null) {
            vendor.close();
        }
    }
}
