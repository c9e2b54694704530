package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Read;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** What vendors and operators put where it does not belong comes out nowhere, in no form. */
class LeaksIT {

    private static final String PASTED = "Hunter2-Canary!Secret";
    private static final int PART = 12;
    private static final List<String> CARDS = List.of("8986004177AA01", "8986004177AA02", "8986-00MF-77");

    @TempDir
    Path dir;

    @Test
    void whatAVendorSaysOfItsSecretsIsInNoLineAndNoRecordAndForgesNone() throws Exception {
        try (EchoingVendor vendor = new EchoingVendor();
                Stand stand = new Stand(dir, new SimulatorConfig(), CARDS.subList(0, 2))) {
            stand.set("IOTBOS_URL", vendor.url())
                    .set("CMIOT_URL", vendor.url() + "/v2")
                    .set("RETRY_INITIAL_DELAY", "10ms")
                    .set("IOTBOS_MAX_ATTEMPTS", "2");
            List<String> lines = new ArrayList<>();
            for (String command : List.of("preview iotbos-usage", "preview cmiot-arrearage", "once")) {
                lines.addAll(stand.run(command.split(" ", -1)).output().lines().toList());
            }
            // an operator's own logging, with all that ours says
            Path own = Files.writeString(
                    dir.resolve("own.xml"),
                    "<configuration><appender name='X' class='ch.qos.logback.core.ConsoleAppender'><encoder>"
                            + "<pattern>%msg %ex{full}%n</pattern></encoder></appender><logger name='org.simrelay' level='DEBUG'/>"
                            + "<root level='WARN'><appender-ref ref='X'/></root></configuration>");
            stand.set("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + own);
            lines.addAll(stand.run("once").output().lines().toList());
            assertThat(lines).hasSizeGreaterThan(20);
            assertThat(lines).as("forged lines").noneMatch(line -> line.startsWith("2099"));
            assertThat(String.join("", lines))
                    .as("what a terminal acts on")
                    .doesNotContain("\u001b", "\u009b", "\u2028", "\u202e");
            List<String> logged = lines.stream()
                    .filter(line -> line.matches("20\\S+ (INFO|WARN|ERROR) .*"))
                    .toList();
            assertThat(logged).isNotEmpty().noneMatch(line -> CARDS.stream().anyMatch(line::contains));
            for (String topic : List.of("sim.sweeps", "sim.failures", "sim.checkpoints")) {
                stand.records(topic).stream().map(Read::all).forEach(lines::add);
            }
            assertThat(vendor.secrets()).hasSizeGreaterThan(3);
            for (String part : parts(vendor.secrets())) {
                assertThat(lines)
                        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(part));
            }
        }
    }

    @Test
    void aPasswordInTheWrongPlaceIsNotQuotedBack() throws Exception {
        try (Stand stand = new Stand(dir, new SimulatorConfig(), CARDS.subList(0, 2))) {
            // with what else must be set for it to be read
            Map<String, Map<String, String>> places = new LinkedHashMap<>();
            for (String place : List.of(
                    "CMIOT_MAIN_INSTANCE",
                    "CMIOT_MAIN_REQUESTS_PER_SECOND",
                    "IOTBOS_USAGE_CRON",
                    "IOTBOS_URL",
                    "IOTBOS_TIMEOUT_READ",
                    "IOTBOS_ENABLED",
                    "CARDS_FILE",
                    "KAFKA_SECURITY_PROTOCOL",
                    "KAFKA_BROKERS",
                    "CAMEL_COMPONENT_KAFKA_LINGER_MS",
                    "CAMEL_COMPONENT_KAFKA_COMPRESSION_CODEC",
                    "KAFKA_LINGER_MS",
                    "KAFKA_COMPRESSION_TYPE")) {
                places.put(place, Map.of());
            }
            places.put("IOTBOS_MAIN_PASSWORD_FILE", Map.of("IOTBOS_MAIN_PASSWORD", ""));
            places.put("KAFKA_SASL_JAAS_CONFIG", Map.of("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT"));
            for (Map.Entry<String, Map<String, String>> place : places.entrySet()) {
                Map<String, String> before = new LinkedHashMap<>(Map.of(place.getKey(), stand.get(place.getKey())));
                place.getValue().forEach((beside, value) -> {
                    before.put(beside, stand.get(beside));
                    stand.set(beside, value);
                });
                Stand.Result result = stand.set(place.getKey(), PASTED).run("check");
                assertThat(result.output())
                        .as(place.getKey())
                        .doesNotContainIgnoringCase("hunter2")
                        .doesNotContainIgnoringCase("canary!secret");
                assertThat(result.exit()).as(place + " " + result.output()).isEqualTo(2);
                before.forEach(stand::set);
            }
        }
    }

    @Test
    void withoutAConfigurationOfTheLogOnlyTheErrorIsPrinted() throws Exception {
        Path log = dir.resolve("log");
        Process process = ChildProcess.start(
                        List.of(
                                ChildProcess.java(),
                                "-jar",
                                Path.of("target/simrelay.jar").toAbsolutePath().toString(),
                                "check"),
                        Map.of(),
                        dir,
                        log)
                .process();
        assertThat(process.waitFor(120, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(log)).singleElement().asString().contains("cannot be read");
    }

    /** Each secret in small letters and as URLs have it, its beginning, its end. */
    private static Set<String> parts(Set<String> secrets) {
        Set<String> parts = new TreeSet<>();
        for (String secret : secrets) {
            for (String form : List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8))) {
                String lower = form.toLowerCase(Locale.ROOT);
                parts.addAll(List.of(lower.substring(0, PART), lower.substring(lower.length() - PART)));
            }
        }
        return parts;
    }
}
