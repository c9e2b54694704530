package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.TestSweeps;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.kafka.KafkaSettings;

/** A variable that is spelt as another program spells its own is told with the name that is read; nobody else's is. */
class VariableSpellingTest {

    private static UnreadKeys unread(String variable) {
        Settings settings = TestSweeps.settings(Map.of(variable, "x"));
        return new UnreadKeys(settings, new RouteFiles(Path.of("routes"), settings), KafkaSettings.keys());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPTOKEN, HTTP_TOKEN",
        "http_token, HTTP_TOKEN",
        "http.token, HTTP_TOKEN",
        "SIMRELAY_HTTP_TOKEN, HTTP_TOKEN",
        "SIMRELAY_IOTBOS_MAIN_PASSWORD_FILE, IOTBOS_MAIN_PASSWORD_FILE",
        "iotbos.main.password, IOTBOS_MAIN_PASSWORD",
        "IOTBOS_BATCHSIZE, IOTBOS_BATCH_SIZE",
        "HTTP_TOKENS, HTTP_TOKEN",
        "Kafka_Brokers, KAFKA_BROKERS"
    })
    void isToldWithTheNameThatIsRead(String variable, String meant) {
        UnreadKeys unread = unread(variable);
        List<String> told = new ArrayList<>(unread.doubtful());
        told.addAll(unread.problems());
        assertThat(told)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(variable + " in the environment is read by nobody (did you mean " + meant + "?)");
    }

    @Test
    void whatOthersReadIsNotTold() {
        for (String variable : new String[] {
            "HTTP_PROXY",
            "http_proxy",
            "SIMRELAY_HOME",
            "SIMRELAY_CACHE",
            "SIMRELAY_RETRY_EXIT",
            "SIMRELAY_HTTP_PORT",
            "SIMRELAY_SERVICE_PORT",
            "SIMRELAY_PORT_8077_TCP_ADDR",
            "TOKEN",
            "HTTP_USER_AGENT"
        }) {
            assertThat(unread(variable).problems()).as(variable).isEmpty();
            assertThat(unread(variable).doubtful()).as(variable).isEmpty();
        }
    }
}
