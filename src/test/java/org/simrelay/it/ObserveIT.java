package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** Health and metrics of the packaged service, over a loss of Kafka and a restart. */
class ObserveIT {

    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");
    private static final String POLL = "{account=\"main\",poll=\"iotbos-usage\"} ";
    private static final String TOKEN = "canary-http-token";

    @TempDir
    Path dir;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private int status(String address) throws IOException, InterruptedException {
        return get(address).statusCode();
    }

    private static String address(Path log) {
        return await().atMost(MOST)
                .ignoreExceptions()
                .until(
                        () -> {
                            Matcher listening = LISTENING.matcher(Files.readString(log));
                            return listening.find() ? listening.group(1) : "";
                        },
                        found -> !found.isEmpty());
    }

    private double age(String observe) throws IOException, InterruptedException {
        String name = "simrelay_sweep_age_seconds" + POLL;
        return get(observe + "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(
                        line -> Double.parseDouble(line.substring(name.length()).replace("+Inf", "Infinity")))
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void readyFollowsKafkaAndTheAgeOutlivesARestart() throws Exception {
        try (Stand stand = new Stand(dir, new SimulatorConfig(), Cards.inventory(10))) {
            stand.set("CMIOT_ENABLED", "false").set("HTTP_TOKEN", TOKEN).set("IOTBOS_USAGE_CRON", "0/3 * * * * ?");
            for (String query : new String[] {"BALANCE", "EXPIRY", "STATE", "TARIFF"}) {
                stand.set("IOTBOS_" + query + "_ENABLED", "false");
            }
            Path log = dir.resolve("run.log");
            ChildProcess service = stand.start(log, "run");
            String address = address(log);
            String observe = address + "/observe";
            await().atMost(MOST).until(() -> status(observe + "/health/ready") == 200);
            await().atMost(MOST).until(() -> age(observe) < 5);
            // the ledger is read to its end a moment later
            await().atMost(MOST).untilAsserted(() -> assertThat(
                            get(observe + "/metrics").body())
                    .contains(
                            "simrelay_failures_open" + POLL + "0.0",
                            "simrelay_cards_published_total{account=\"main\",poll=\"iotbos-usage\",result=\"ok\"}",
                            "simrelay_requests_seconds_count{account=\"main\",outcome=\"ok\",vendor=\"iotbos\"}",
                            "simrelay_sweep_period_seconds" + POLL + "3.0",
                            "simrelay_kafka_up 1.0",
                            "jvm_memory_used_bytes")
                    .doesNotContain(
                            TOKEN, Stand.IOTBOS_SECRET, Cards.inventory(1).get(0)));

            // a port that is taken
            Result second = stand.set(
                            "HTTP_PORT", String.valueOf(URI.create(address).getPort()))
                    .run("run");
            assertThat(second.exit()).isEqualTo(2);
            assertThat(second.output()).contains("http.port").doesNotContain("Exception");

            stand.broker.kill();
            await().atMost(MOST).until(() -> status(observe + "/health/ready") == 503);
            assertThat(get(observe + "/health/ready").body()).contains("Kafka");
            assertThat(status(observe + "/health/live")).isEqualTo(200);
            stand.broker.restart();
            await().atMost(MOST).until(() -> status(observe + "/health/ready") == 200);
            assertThat(service.stop(MOST)).isTrue();

            // no tick within this test
            Path again = dir.resolve("again.log");
            stand.set("HTTP_PORT", "0").set("IOTBOS_USAGE_CRON", "0 0 0 1 1 ? 2099");
            ChildProcess restarted = stand.start(again, "run");
            String next = address(again) + "/observe";
            await().atMost(MOST).until(() -> status(next + "/health/ready") == 200);
            // what was before the restart is known once the ledger is read
            await().atMost(MOST).until(() -> age(next) < 600);
            assertThat(restarted.stop(MOST)).isTrue();
        }
    }
}
