package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;

/** A mistyped key sets nothing: it is told with its line and the key that was meant; what is not ours is left alone. */
class UnreadKeysTest {

    private static final Set<String> KAFKA = Set.of("kafka.acks", "kafka.sasl.mechanism", "kafka.retries");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void routes() throws IOException {
        for (String folder : List.of("shared", "vendors", "polls")) {
            Files.createDirectories(dir.resolve("routes").resolve(folder));
        }
        call("cmiot", "appid public\npassword", "{{cmiot.url:http://a}}");
        call("acme", "password", "{{acme.zone}}");
        Files.writeString(dir.resolve("routes/polls/iotbos-usage.camel.yaml"), "cron: '{{iotbos.usage.cron}}'");
    }

    private void call(String vendor, String credentials, String uri) throws IOException {
        String text =
                """
                - beans:
                    - name: %1$sCall
                      type: org.simrelay.steps.Call
                      properties:
                        vendor: %1$s
                        credentials: "%2$s"
                - route: { id: %1$s-call, from: { uri: "%3$s" } }
                """
                        .formatted(vendor, credentials.replace("\n", "\\n"), uri);
        Files.writeString(dir.resolve("routes/vendors/" + vendor + "-call.camel.yaml"), text);
    }

    private UnreadKeys unread(String file, Map<String, String> environment) throws IOException {
        Path path = Files.writeString(dir.resolve("application.properties"), file);
        Settings settings = Settings.load(path, environment);
        return new UnreadKeys(settings, new RouteFiles(dir.resolve("routes"), settings), KAFKA);
    }

    @ParameterizedTest
    @CsvSource({
        "cmiot.main.requests-per-dya, cmiot.main.requests-per-day",
        "requests-per-dya, main.requests-per-day",
        "iotbos.batchsize, iotbos.batch-size",
        "iotbos.usages.cron, iotbos.usage.cron",
        "cmoit.max-attempts, cmiot.max-attempts",
        "acme.zoen, acme.zone",
        "acme.main.pasword-file, acme.main.password",
        "card.file, cards.file",
        "retry.initial.delay, retry.initial-delay"
    })
    void aKeyThatNobodyReadsIsNamedWithItsLineAndTheNearest(String key, String nearest) throws IOException {
        assertThat(unread("cards.file=x\n\n" + key + "=1\n", Map.of()).problems())
                .singleElement()
                .asString()
                .contains("application.properties line 3: " + key + " is read by nobody (did you mean ")
                .contains(nearest + "?)");
    }

    @ParameterizedTest
    @CsvSource({
        "retries.first-wait, retry.initial-delay",
        "retries.longest-wait, retry.max-delay",
        "cmiot.retries, cmiot.max-attempts",
        "acme.retries-file, acme.max-attempts-file"
    })
    void aFormerNameIsToldWithTheOneOfToday(String former, String now) throws IOException {
        assertThat(unread("cards.file=x\n" + former + "=1\n", Map.of()).problems())
                .singleElement()
                .asString()
                .contains("application.properties line 2: " + former + " is now " + now + ", ", "; rename it");
        String variable = Settings.variable(former);
        assertThat(unread("", Map.of(variable, "1")).problems())
                .singleElement()
                .asString()
                .startsWith(variable + " in the environment is now " + Settings.variable(now) + ", ");
    }

    @Test
    void anUnknownVendorIsToldWhichThereAre() throws IOException {
        assertThat(unread("onelink.main.appsecret=1\n", Map.of("ACME_ENABLED", "false"))
                        .problems())
                .singleElement()
                .asString()
                .contains("onelink.main.appsecret is read by nobody", "the vendors here are acme, cmiot, iotbos");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmiot.main.password-file=x",
                "acme.enabled=false",
                "iotbos.usage.enabled=false",
                "acme.zone=1",
                "iotbos.usage.cron=x",
                "base=http://b\ncmiot.url={{base}}/v2",
                "kafka.any.thing=1",
                "camel.main.any=1"
            })
    void whatSomebodyReadsOrOthersLookAtIsTaken(String lines) throws IOException {
        assertThat(unread(lines, Map.of()).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CMIOT_MAIN_REQUESTS_PER_DYA, CMIOT_MAIN_REQUESTS_PER_DAY",
        "CMIOT_MAIN_PASWORD, CMIOT_MAIN_PASSWORD",
        "CMOIT_MAIN_PASSWORD, CMIOT_MAIN_PASSWORD",
        "KAFKA_BROKER, KAFKA_BROKERS",
        "KAFKA_BROKERS_FIEL, KAFKA_BROKERS_FILE",
        "KAFKA_SASL_MECHANSIM, KAFKA_SASL_MECHANISM",
        "CARDS_FIEL, CARDS_FILE",
        "IOTBOS_USAGE_CORN, IOTBOS_USAGE_CRON"
    })
    void aVariableThatIsNearlyOursIsNamed(String variable, String meant) throws IOException {
        assertThat(unread("", Map.of(variable, "1")).problems())
                .singleElement()
                .asString()
                .startsWith(variable + " in the environment is read by nobody (did you mean " + meant + "?)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KAFKA_HOME",
                "KAFKA_OPTS",
                "KAFKA_PORT",
                "KAFKA_HEAP_OPTS",
                "KAFKA_SERVICE_HOST",
                "KAFKA_SERVICE_PORT",
                "KAFKA_SERVICE_PORT_CLIENT",
                "KAFKA_PORT_9092_TCP",
                "KAFKA_PORT_9092_TCP_ADDR",
                "IOTBOS_PORT",
                "CMIOT_SERVICE_HOST",
                "HTTP_PROXY",
                "CARDS_PORT",
                "HOME",
                "PATH",
                "KAFKA_BROKERS",
                "CMIOT_MAIN_PASSWORD_FILE",
                "CAMEL_MAIN_NAME"
            })
    void whatIsOursOrNobodysIsLeftAlone(String variable) throws IOException {
        UnreadKeys unread = unread("", Map.of(variable, "1"));
        assertThat(unread.problems()).isEmpty();
        assertThat(unread.doubtful()).isEmpty();
    }

    @Test
    void aVariableOfAVendorThatNobodyReadsIsWarnedOf() throws IOException {
        UnreadKeys unread = unread("", Map.of("IOTBOS_DASHBOARD_ADDRESS", "1"));
        assertThat(unread.problems()).isEmpty();
        assertThat(unread.doubtful()).containsExactly("IOTBOS_DASHBOARD_ADDRESS in the environment is read by nobody");
    }

    @Test
    void theShippedSettingsAreRead() {
        Settings settings = Settings.load(Path.of("config", "application.properties"), Map.of());
        assertThat(new UnreadKeys(settings, new RouteFiles(Path.of("routes"), settings), KAFKA).problems())
                .isEmpty();
    }
}
