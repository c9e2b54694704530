package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.records.Json;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** What an operator does to the running service by its API, and what page and {@code status} say of it. */
class PageIT {

    private static final Duration MOST = Duration.ofMinutes(2);
    private static final String TOKEN = "canary-http-token-of-some-length";
    private static final String POISON = "1060000000007";
    private static final String POLL = "iotbos-usage";
    private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private final HttpClient http = HttpClient.newHttpClient();
    private String address = "";

    @Test
    void aPollIsPausedRunReplayedAndResumed() throws Exception {
        List<String> cards = List.of("1060000000001", POISON, "1060000000009");
        try (Stand stand = new Stand(dir, new SimulatorConfig(), cards)) {
            onePoll(stand).set("HTTP_TOKEN", TOKEN).set("HTTP_PORT", "0");
            Path log = dir.resolve("run.log");
            Process service = stand.start(log, "run").process();
            try {
                await().atMost(MOST).until(() -> Files.readString(log), text -> text.contains("started: "));
                Matcher listening = ADDRESS.matcher(Files.readString(log));
                assertThat(listening.find()).isTrue();
                address = listening.group(1);
                theTokenDecides();
                itsTicksAreSkippedWhileItIsPaused(stand);
                aRunLeavesAFailureWithItsCard(stand);
                aReplayClosesIt(stand);
                itsTicksSweepOnceItIsResumed();
                assertThat(Files.readString(log)).doesNotContain(TOKEN);
            } finally {
                service.destroyForcibly();
            }
            Stand.Result status = stand.run("status", "--json");
            assertThat(status.exit()).as(status.output()).isZero();
            assertThat(status.output()).contains("\"poll\":\"" + POLL + "\"").contains("\"outcome\":\"");
        }
    }

    private static Stand onePoll(Stand stand) {
        for (String query : List.of("BALANCE", "EXPIRY", "STATE", "TARIFF")) {
            stand.set("IOTBOS_" + query + "_ENABLED", "false");
        }
        return stand.set("CMIOT_ENABLED", "false").set("IOTBOS_USAGE_CRON", "0/3 * * * * ?");
    }

    private void theTokenDecides() throws Exception {
        assertThat(post("run", "wrong").statusCode()).isEqualTo(401);
        HttpResponse<String> page = get("/", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private void itsTicksAreSkippedWhileItIsPaused(Stand stand) throws Exception {
        assertThat(post("pause", TOKEN).statusCode()).isEqualTo(200);
        await().atMost(MOST).until(() -> poll().path("state").asText(), "paused"::equals);
        await().atMost(MOST).until(() -> poll().at("/last/reason").asText(), "paused"::equals);
        // an end is shown at once, and read by subscribers when Kafka has it
        await().atMost(MOST).untilAsserted(() -> assertThat(stand.records("sim.sweeps"))
                .anyMatch(record -> record.value().contains("\"outcome\":\"skipped\"")
                        && record.value().contains("\"reason\":\"paused\"")));
    }

    private void aRunLeavesAFailureWithItsCard(Stand stand) throws Exception {
        stand.vendor.poison(POISON);
        assertThat(post("run", TOKEN).statusCode()).isEqualTo(202);
        await().atMost(MOST).until(() -> poll().at("/open/records").longValue() == 1);
        await().atMost(MOST).untilAsserted(() -> {
            assertThat(get("/api/polls", null).body()).doesNotContain(POISON).contains("****0007");
            assertThat(get("/api/polls", TOKEN).body()).contains(POISON);
        });
    }

    private void aReplayClosesIt(Stand stand) throws Exception {
        stand.vendor.heal();
        await().atMost(MOST).until(() -> poll().path("state").asText(), "paused"::equals);
        assertThat(post("replay", TOKEN).statusCode()).isEqualTo(202);
        await().atMost(MOST).until(() -> poll().at("/open/records").longValue() == 0);
        await().atMost(MOST).untilAsserted(() -> assertThat(stand.records("sim.usage"))
                .anyMatch(record -> POISON.equals(record.key()) && record.all().contains("/replay")));
        // until the replay has come to its end, another is told that it runs
        await().atMost(MOST)
                .untilAsserted(() -> assertThat(post("replay", TOKEN).body()).contains("nothing stands open"));
    }

    private void itsTicksSweepOnceItIsResumed() throws Exception {
        assertThat(post("resume", TOKEN).statusCode()).isEqualTo(200);
        await().atMost(MOST).until(() -> poll().at("/last/outcome").asText(), "complete"::equals);
        // an end is shown at once, and counts as complete when Kafka has it
        await().atMost(MOST).until(() -> poll().path("ageSeconds").isNumber());
        await().atMost(MOST).until(() -> poll().path("next").isTextual());
    }

    private JsonNode poll() throws Exception {
        for (JsonNode poll :
                Json.MAPPER.readTree(get("/api/polls", null).body()).path("polls")) {
            if (poll.path("poll").asText().equals(POLL)) {
                return poll;
            }
        }
        throw new AssertionError("no " + POLL);
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(MOST);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String action, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/polls/" + POLL + "/" + action))
                .timeout(MOST)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
