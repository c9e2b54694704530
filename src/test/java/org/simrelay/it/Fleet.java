package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.chaos.world.Lag;
import org.simrelay.records.Json;
import org.simrelay.sandbox.process.ChildProcess;

/** Several machines over one Kafka: processes of the packaged jar, each with an HTTP server of its own. */
final class Fleet implements AutoCloseable {

    static final String TOKEN = "canary-token-of-the-fleet";
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Pattern LISTENING = Pattern.compile("listening on http://\\S+:([0-9]+)");

    private final Stand stand;
    private final Path dir;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Machine> machines = new ArrayList<>();
    private final Lag lag = new Lag();
    private int made;

    Fleet(Stand stand, Path dir) {
        this.stand = stand;
        this.dir = dir;
        stand.set("HTTP_TOKEN", TOKEN).set("HTTP_ADDRESS", "127.0.0.1");
    }

    /** A process and its log. */
    record Machine(ChildProcess child, Path log) {
        String text() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        void signal(String name) throws Exception {
            Fleet.signal(name, child.process().pid());
        }

        boolean isStarted() {
            return text().contains("started: ");
        }

        /** host:port, as the others know it. */
        String address() {
            Matcher listening = LISTENING.matcher(text());
            assertThat(listening.find()).as(text()).isTrue();
            return "127.0.0.1:" + listening.group(1);
        }
    }

    /** Sends a signal to a process. */
    static void signal(String name, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    /** Who judges what they do from now on, at so many requests a second of each account. */
    FleetJudge judge(int pace) {
        return new FleetJudge(stand, lag, pace);
    }

    /** One more, which begins to start. */
    Machine start() {
        Machine machine = process();
        machines.add(machine);
        return machine;
    }

    /** One more, which begins to start and finds Kafka by these addresses. */
    Machine start(String brokers) {
        String before = stand.get("KAFKA_BROKERS");
        stand.set("KAFKA_BROKERS", brokers);
        try {
            return start();
        } finally {
            stand.set("KAFKA_BROKERS", before);
        }
    }

    private Machine process() {
        Path log = dir.resolve("machine-" + ++made + ".log");
        return new Machine(stand.start(log, "run"), log);
    }

    /** Waits until all run; one that could not reach Kafka in time is started again, as a supervisor does. */
    void awaitStarted() {
        for (int i = 0; i < machines.size(); i++) {
            for (int again = 0; !isStarted(machines.get(i)) && again < 3; again++) {
                assertThat(machines.get(i).text()).contains("cannot be used");
                machines.set(i, process());
            }
            assertThat(machines.get(i).isStarted()).as(machines.get(i).text()).isTrue();
        }
    }

    private static boolean isStarted(Machine machine) {
        await().atMost(MOST)
                .until(() -> machine.isStarted() || !machine.child().process().isAlive());
        return machine.isStarted();
    }

    /** Those that are there. */
    List<Machine> machines() {
        return machines;
    }

    /** It is there no more. */
    void gone(Machine machine) {
        machines.remove(machine);
    }

    HttpResponse<String> post(Machine machine, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://" + machine.address() + path))
                        .timeout(MOST)
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    String get(Machine machine, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + machine.address() + path))
                .timeout(MOST)
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** Whose each account is, as a machine shows it: its owner's address; without those that nobody has. */
    Map<String, String> owners(Machine shownBy) throws Exception {
        Map<String, String> owners = new TreeMap<>();
        for (JsonNode account : Json.MAPPER.readTree(get(shownBy, "/api/polls")).path("accounts")) {
            JsonNode owner = account.path("owner");
            if (owner.isObject()) {
                owners.put(
                        account.path("vendor").textValue() + "/"
                                + account.path("account").textValue(),
                        owner.path("address").textValue());
            }
        }
        return owners;
    }

    /** Waits until all machines show the same owners, each account with one that is there, and evenly. */
    Map<String, String> awaitShared(int accounts) {
        return await().atMost(MOST)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(
                        () -> {
                            Map<String, String> first = owners(machines.get(0));
                            for (Machine machine : machines) {
                                if (!owners(machine).equals(first)) {
                                    return Map.of();
                                }
                            }
                            return first;
                        },
                        owners -> owners.size() == accounts && isEven(owners));
    }

    private boolean isEven(Map<String, String> owners) {
        Map<String, Integer> counts = new TreeMap<>();
        machines.forEach(machine -> counts.put(machine.address(), 0));
        owners.values().forEach(address -> counts.merge(address, 1, Integer::sum));
        int most = counts.values().stream().mapToInt(i -> i).max().orElse(0);
        int least = counts.values().stream().mapToInt(i -> i).min().orElse(0);
        return counts.size() == machines.size() && most - least <= 1;
    }

    @Override
    public void close() {
        machines.forEach(machine -> machine.child().kill());
        lag.close();
    }
}
