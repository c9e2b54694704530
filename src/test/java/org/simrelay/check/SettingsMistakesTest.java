package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;

/** Mistakes as people make them in the settings, each planted into the file as it is shipped: check names key, line and remedy. */
class SettingsMistakesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    static List<Arguments> mistakes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/check/settings.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Splitter.on(" || ").splitToList(line))
                .map(parts -> arguments(parts.get(0), text(parts.get(1)), parts.get(2)))
                .toList();
    }

    /** With \n for a line's end and two backslashes for one. */
    private static String text(String escaped) {
        return escaped.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\");
    }

    private List<Finding> findings(String text, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(dir.resolve("application.properties"), text);
        Map<String, String> variables = new HashMap<>(environment);
        Settings first = Settings.load(file, variables);
        variables.putAll(CredentialStandIns.of(new Installation(first, new RouteFiles(Path.of("routes"), first))));
        return findings(Settings.load(file, variables));
    }

    private static List<Finding> findings(Settings settings) {
        Preflight preflight = new Preflight(new Installation(settings, new RouteFiles(Path.of("routes"), settings)));
        preflight.files(List.of());
        preflight.kafkaSettings();
        return preflight.findings();
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("config/application.properties"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNamedWithKeyAndRemedy(String right, String wrong, String expected) throws IOException {
        String planted =
                right.equals("+") ? shipped() + "\n" + wrong + "\n" : shipped().replace(right, wrong);
        assertThat(planted).isNotEqualTo(shipped());
        List<Finding> findings = findings(planted, Map.of());
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank())
                .allSatisfy(finding -> assertThat(finding.text()).doesNotContain("secret@", "me secret"));
        Finding found = findings.stream()
                .filter(finding -> finding.message().startsWith(expected)
                        || (finding.message() + "; " + finding.remedy()).startsWith(expected))
                .findFirst()
                .orElseThrow(() -> new AssertionError(findings.toString()));
        assertThat(found.key()).isNotNull();
        assertThat(expected).startsWith(String.valueOf(found.key()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IOTBOS_USAGE_CRON",
                "IOTBOS_URL",
                "IOTBOS_TIMEOUT_READ",
                "IOTBOS_ENABLED",
                "IOTBOS_BATCH_SIZE",
                "IOTBOS_ACCOUNTS",
                "CMIOT_MAIN_INSTANCE",
                "RETRY_MAX_DELAY",
                "KAFKA_BROKERS",
                "KAFKA_SASL_JAAS_CONFIG",
                "KAFKA_SASL_MECHANISM",
                "KAFKA_SECURITY_PROTOCOL"
            })
    void aPasswordInTheWrongPlaceIsNotQuotedBack(String variable) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"));
        environment.put(variable, "Hunter2-Canary!Secret");
        assertThat(findings(shipped(), environment))
                .anyMatch(Finding::isError)
                .noneMatch(finding -> finding.text().toLowerCase(Locale.ROOT).contains("canary"));
    }

    /** Of the routes in a folder, with an inventory. */
    private List<Finding> findings(Path routes, Path cards) throws IOException {
        Path file = Files.writeString(dir.resolve("application.properties"), "cards.file=" + cards);
        Settings first = Settings.load(file, Map.of());
        Settings settings =
                Settings.load(file, CredentialStandIns.of(new Installation(first, new RouteFiles(routes, first))));
        Preflight preflight = new Preflight(new Installation(settings, new RouteFiles(routes, settings)));
        preflight.files(List.of());
        preflight.mappings();
        preflight.inventory(false);
        return preflight.findings();
    }

    @Test
    void aListThatFindsNothingInTheScenariosIsWarnedOf() throws IOException {
        Path cards = Files.writeString(dir.resolve("cards.csv"), "1060000000001\n");
        assertThat(findings(Path.of("routes"), cards))
                .noneMatch(finding -> finding.message().contains("list finds"));
        Path routes = dir.resolve("routes");
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path from : files.toList()) {
                Path to = routes.resolve(Path.of("routes").relativize(from));
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.writeString(
                            to,
                            Files.readString(from)
                                    .replace(
                                            "list: .data.date\n        card: .num",
                                            "list: .data.dates\n        card: .num"));
                }
            }
        }
        assertThat(findings(routes, cards))
                .filteredOn(finding -> finding.message().contains("list finds no item"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.isError()).isFalse())
                .anySatisfy(finding -> assertThat(finding.text())
                        .startsWith(routes.resolve("polls/iotbos-usage.camel.yaml") + " line 9: "));
    }

    @Test
    void linesOfAnInventoryWithoutACardAreWarnedOf() throws IOException {
        Path cards =
                Files.writeString(dir.resolve("cards.csv"), "card\n1060000000001\n1.06E+12\n\n1060000000003\nx y\n");
        assertThat(findings(Path.of("routes"), cards))
                .filteredOn(finding -> finding.message().contains("no card number"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isFalse())
                .satisfies(
                        finding -> assertThat(finding.text()).contains(cards + " line 3: 2 lines hold no card number"));
    }

    @Test
    void theShippedOnesHaveNone() throws IOException {
        assertThat(findings(shipped(), Map.of()).stream().filter(Finding::isError))
                .isEmpty();
    }

    @Test
    void theLineInTheFileIsTold() throws IOException {
        int line = shipped().lines().toList().indexOf("iotbos.usage.cron=0 27/30 * * * ?") + 1;
        String text = shipped().replace("iotbos.usage.cron=0 27/30 * * * ?", "iotbos.usage.cron=*/5 * * * *");
        assertThat(findings(text, Map.of())).anySatisfy(found -> {
            assertThat(found.file()).endsWith("application.properties");
            assertThat(found.line()).isEqualTo(line);
        });
    }

    @Test
    void whatStandsInTheEnvironmentIsSaidToBeThere() throws IOException {
        assertThat(findings(shipped(), Map.of("IOTBOS_USAGE_CRON", "*/5 * * * *")))
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(found -> assertThat(found.remedy()).endsWith("IOTBOS_USAGE_CRON in the environment"))
                .satisfies(found -> assertThat(found.file()).isNull());
    }

    @Test
    void secretsSettingsAndRoutesAreAllToldAtOnce() throws IOException {
        Path file = Files.writeString(
                dir.resolve("application.properties"),
                shipped()
                        .replace("cmiot.enabled=true", "cmiot.enabled=yes")
                        .replace("iotbos.usage.cron=0 27/30 * * * ?", "iotbos.usage.cron=x")
                        .replace("iotbos.state.cron=0 9/30 * * * ?", "iotbos.state.cron=y")
                        .replace("iotbos.batch-size=50", "iotbos.batch-size=many\nkafka.sasl.mechanism=PLAIN"));
        assertThat(findings(Settings.load(file, Map.of())).stream()
                        .filter(Finding::isError)
                        .map(Finding::key))
                .contains(
                        "cmiot.enabled",
                        "cmiot.main.password",
                        "iotbos.main.password",
                        "iotbos.usage.cron",
                        "iotbos.state.cron",
                        "iotbos.batch-size",
                        "kafka.sasl.mechanism");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "[iotbos] | this file has no sections; remove the line",
                "// mine | the line begins with //, but a comment begins with #; write that",
                "export iotbos.batch-size=40 | the line begins with export, as in a shell; write <key>=<value> alone",
                "IOTBOS_BATCH_SIZE=40 | IOTBOS_BATCH_SIZE is the name of an environment variable, which nobody reads here; write iotbos.batch-size"
            })
    void aLineAsOtherFilesHaveItIsNamedWithItsPlace(String line, String said) throws IOException {
        String text = shipped() + "\n" + line + "\n";
        assertThat(findings(text, Map.of()))
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.file()).endsWith("application.properties");
                    assertThat(found.line()).isEqualTo(text.lines().toList().indexOf(line) + 1);
                    assertThat(found.text()).contains(said);
                });
    }
}
