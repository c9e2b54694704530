package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.RouteBeans;
import org.simrelay.TestSweeps;
import org.simrelay.records.Json;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** What a code means, by the shipped tables (src/docs/vendors.md): decided by the code, never by the message. */
class JudgeReplyTest {

    private final JudgeReply cmiot = RouteBeans.outcomes("vendors/cmiot-call.camel.yaml", "cmiotOutcomes");
    private final JudgeReply iotbos = RouteBeans.outcomes("vendors/iotbos-call.camel.yaml", "iotbosOutcomes");
    private final Sweep sweep = TestSweeps.of("cmiot-arrearage");
    private final Request request = BatchRequest.of(1, List.of("1001"));

    private RequestFailure failure(JudgeReply outcomes, String reply) throws IOException {
        JsonNode node = Json.MAPPER.readTree(reply);
        try {
            outcomes.judge(node, sweep, request);
        } catch (RequestFailure failure) {
            return failure;
        }
        throw new AssertionError(reply + " was not refused");
    }

    private static JsonNode json(String text) throws IOException {
        return Json.MAPPER.readTree(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, TRANSIENT",
        "99, TRANSIENT",
        "101, TRANSIENT",
        "102, TRANSIENT",
        "200, TRANSIENT",
        "118030478, TRANSIENT",
        "20, LATER",
        "71, QUOTA",
        "72, QUOTA",
        "7, REAUTH",
        "3, DENIED",
        "4, DENIED",
        "6, DENIED",
        "8, DENIED",
        "118040196, DENIED",
        "10, REJECTED",
        "13, REJECTED",
        "14, REJECTED",
        "18, REJECTED",
        "19, REJECTED",
        "11, CARD",
        "12, CARD",
        "118030260, CARD",
        "21, BATCH",
        "5, UNKNOWN",
        "00, UNKNOWN",
        "999999999, UNKNOWN"
    })
    void aCodeOfCmiotHasItsOutcome(String code, Outcome outcome) throws IOException {
        RequestFailure failure = failure(cmiot, "{\"status\":\"" + code + "\",\"message\":\"正确\",\"result\":[]}");
        assertThat(failure.outcome()).isEqualTo(outcome);
        assertThat(failure.code()).isEqualTo(code);
    }

    @Test
    void successGivesTheReplyWhateverItsMessage() throws IOException, RequestFailure {
        JsonNode reply = json("{\"status\":\"0\",\"message\":\"系统错误\",\"result\":[]}");
        assertThat(cmiot.judge(reply, sweep, request)).isSameAs(reply);
    }

    @Test
    void noRecordGivesNothing() throws IOException, RequestFailure {
        assertThat(cmiot.judge(json("{\"status\":\"2\",\"message\":\"数据库无记录\"}"), sweep, request)
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aRefusalOfTheQuotaAsItWasCaptured() throws IOException {
        RequestFailure failure = failure(cmiot, "{\"status\":\"71\",\"message\":\"已超出API最大流控限制\",\"result\":[]}");
        assertThat(failure.outcome()).isEqualTo(Outcome.QUOTA);
        assertThat(failure.reason()).isEqualTo("已超出API最大流控限制");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"status\":null}", "{\"status\":{}}", "{\"status\":[\"0\"]}", "[]", "\"0\"", "null"})
    void aReplyWithoutACodeIsUnknown(String reply) throws IOException {
        RequestFailure failure = failure(cmiot, reply);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.code()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\""})
    void oneIsSuccessForIotbos(String status) throws IOException, RequestFailure {
        JsonNode reply = json("{\"status\":" + status + ",\"info\":null}");
        assertThat(iotbos.judge(reply, sweep, request)).isSameAs(reply);
    }

    @Test
    void zeroOfIotbosIsPerhapsTheTokenAndThenTheBatch() throws IOException {
        RequestFailure failure = failure(iotbos, "{\"status\":0,\"info\":\"fail\"}");
        assertThat(failure.outcome()).isEqualTo(Outcome.REAUTH);
        assertThat(failure.onRepeat().outcome()).isEqualTo(Outcome.BATCH);
        assertThat(failure(iotbos, "{\"status\":2}").outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aSignatureRefusedAgainIsDenied() throws IOException {
        assertThat(failure(cmiot, "{\"status\":\"7\"}").onRepeat().outcome()).isEqualTo(Outcome.DENIED);
    }

    @Test
    void theVendorsMessageIsShownWithoutSecrets() throws IOException {
        String password = sweep.account().credentials().secret("password");
        RequestFailure failure = failure(
                cmiot, "{\"status\":\"3\",\"message\":\"refused " + password + " at ?token=canary-token&x=1\"}");
        assertThat(failure.reason())
                .contains("refused")
                .doesNotContain(password)
                .doesNotContain("canary-token");
    }

    @Test
    void aCodeUnderTwoOutcomesIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JudgeReply().setCodes("ok: 0\ntransient: 1 0"))
                .withMessageContaining("code 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fine: 0", "0", "OK: 0"})
    void aWordThatIsNoOutcomeIsNamedWithThoseThereAre(String table) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JudgeReply().setCodes(table))
                .withMessageContaining("reauth");
    }
}
