package org.simrelay.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.records.Json;

/** What an exception in a poll means. */
class RequestFailuresTest {

    static List<IOException> broken() {
        return List.of(
                new ConnectException("refused"),
                new SocketTimeoutException("read"),
                new UnknownHostException("host"),
                new IOException("reset"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenConnectionOrATimeOutPasses(IOException thrown) {
        assertThat(RequestFailures.of(thrown).outcome()).isEqualTo(Outcome.TRANSIENT);
        assertThat(RequestFailures.of(new RuntimeCamelException(thrown)).outcome())
                .isEqualTo(Outcome.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>502</html>", "{\"status\":\"0\"", "{} {}"})
    void aBodyThatIsNoJsonPasses(String body) {
        JsonProcessingException thrown =
                Assertions.catchThrowableOfType(JsonProcessingException.class, () -> Json.MAPPER.readTree(body));
        assertThat(RequestFailures.of(thrown).outcome()).isEqualTo(Outcome.TRANSIENT);
    }

    private static @Nullable String unreadable(String body) {
        JsonProcessingException thrown =
                Assertions.catchThrowableOfType(JsonProcessingException.class, () -> Json.MAPPER.readTree(body));
        return RequestFailures.of(new RuntimeCamelException(thrown)).unreadable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>502</html>", "OK", "Service {unavailable}"})
    void whatDoesNotBeginAsJsonIsNoReplyThatSomeCardSpoilt(String body) {
        assertThat(unreadable(body)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"num\":\"a\tb\"}",
                "[{\"num\":NaN}]",
                "{\"num\":01}",
                "{\"num\":1e2147483648}",
                "[{\"num\":-1.5E-99999999999}]",
                "{\"a\":1,}",
                "{\"a\":\"\\x\"}",
                "{\"status\":\"0\""
            })
    void whatBeginsAsJsonAndCannotBeReadOnSaysHow(String body) {
        assertThat(unreadable(body)).isNotNull().isEqualTo(unreadable(body));
    }

    @Test
    void theSameFaultElsewhereIsTheSameButForAReplyThatIsCutShort() {
        assertThat(unreadable("{\"a\":1,\"num\":NaN}")).isEqualTo(unreadable("{\"num\":NaN}"));
        assertThat(unreadable("{\"a\":1,\"num\"")).isNotEqualTo(unreadable("{\"num\""));
    }

    @Test
    void aRecordThatKafkaDoesNotTakeIsUnpublished() {
        assertThat(RequestFailures.of(new TimeoutException("no broker")).outcome())
                .isEqualTo(Outcome.UNPUBLISHED);
        assertThat(RequestFailures.of(new RuntimeCamelException(new RecordTooLargeException("big")))
                        .outcome())
                .isEqualTo(Outcome.UNPUBLISHED);
    }

    @Test
    void aRefusalIsItself() {
        RequestFailure failure = new RequestFailure(Outcome.QUOTA, "71", "slow down");
        assertThat(RequestFailures.of(failure)).isSameAs(failure);
        assertThat(RequestFailures.of(new RuntimeCamelException(failure))).isSameAs(failure);
    }

    @Test
    void anythingElseIsOurOwnFaultAndNotTriedAgain() {
        assertThat(RequestFailures.of(new IllegalStateException("bug")).outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(RequestFailures.of(null).outcome()).isEqualTo(Outcome.UNKNOWN);
    }
}
