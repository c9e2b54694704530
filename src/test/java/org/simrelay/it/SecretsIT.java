package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SeenRequest;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** A secret appears in no log line and no record, whatever goes wrong, also when the service logs all it can say. */
class SecretsIT {

    private static final List<String> TOPICS = List.of(
            "sim.arrearage",
            "sim.usage",
            "sim.balance",
            "sim.expiry",
            "sim.state",
            "sim.tariff",
            "sim.sweeps",
            "sim.failures",
            "sim.checkpoints");

    @TempDir
    Path dir;

    @Test
    void noSecretIsInAnyLineOrRecord() throws Exception {
        List<String> cards = Cards.inventory(120);
        SimulatorConfig config = new SimulatorConfig()
                .latency(Duration.ofMillis(1))
                .faults(
                        "http500@0.15",
                        "garbage@0.1",
                        "token-refused@0.1",
                        "reset@0.1",
                        "truncated@0.1",
                        "poisoned@" + cards.get(7));
        try (Stand stand = new Stand(dir, config, cards)) {
            stand.set("RETRY_INITIAL_DELAY", "10ms")
                    .set("RETRY_MAX_DELAY", "50ms")
                    .set("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + debugging());
            List<String> lines = new ArrayList<>();
            for (String command : List.of(
                    "check", "preview iotbos-usage", "preview cmiot-arrearage", "once", "replay --list", "replay")) {
                lines.addAll(stand.run(command.split(" ", -1)).output().lines().toList());
            }
            // a password that the vendor refuses is no less a secret
            stand.set("IOTBOS_MAIN_PASSWORD", Stand.IOTBOS_SECRET + "-wrong");
            lines.addAll(stand.run("once").output().lines().toList());
            for (String topic : TOPICS) {
                stand.records(topic).stream().map(Read::all).forEach(lines::add);
            }

            Set<String> secrets = secrets(stand);
            assertThat(secrets).hasSizeGreaterThan(10);
            assertThat(lines)
                    .hasSizeGreaterThan(500)
                    .anyMatch(line -> line.matches("iotbos-usage .* [1-9][0-9]* +[1-9][0-9]* +[0-9]+ min"))
                    .anyMatch(line -> line.matches("[1-9][0-9]* open failures, [1-9][0-9]* cards.*"))
                    .anyMatch(line -> line.matches("iotbos-usage: [1-9].* in [1-9][0-9]* requests? or more for .*"));
            for (String secret : secrets) {
                assertThat(lines).noneMatch(line -> line.contains(secret));
            }
        }
    }

    /** The passwords in every form they might show in, and every token and signature that the vendors saw. */
    private static Set<String> secrets(Stand stand) {
        Set<String> secrets = new TreeSet<>();
        for (String secret : List.of(Stand.CMIOT_SECRET, Stand.IOTBOS_SECRET)) {
            String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            secrets.addAll(List.of(
                    secret,
                    encoded,
                    encoded.replace("+", "%20"),
                    Base64.getEncoder().encodeToString(bytes)));
        }
        for (SeenRequest seen : stand.vendor.seen()) {
            for (String name : List.of("accessToken", "token")) {
                String value = seen.parameters().get(name);
                if (value != null) {
                    secrets.add(value);
                }
            }
        }
        return secrets;
    }

    /** The shipped logging, but with the service at DEBUG. */
    private Path debugging() throws java.io.IOException {
        String shipped = Files.readString(Path.of("config/logback.xml"));
        String debugging = shipped.replace("org.simrelay\" level=\"INFO\"", "org.simrelay\" level=\"DEBUG\"");
        assertThat(debugging).isNotEqualTo(shipped);
        return Files.writeString(dir.resolve("logback.xml"), debugging);
    }
}
