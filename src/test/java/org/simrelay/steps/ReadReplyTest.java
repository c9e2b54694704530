package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** A reply as HTTP brings it. */
class ReadReplyTest {

    private static final String NOW = "2026-11-22T08:00:00.123Z";

    private final ReadReply replies = new ReadReply(new MovingClock(NOW));
    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final Request request = BatchRequest.of(1, List.of("1001"));

    private byte[] read(String body, int status, @Nullable String retryAfter, @Nullable String date)
            throws IOException, RequestFailure {
        InputStream stream = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return replies.read(stream, status, retryAfter, date, null, sweep, request);
    }

    private RequestFailure failure(String body, int status, @Nullable String retryAfter) {
        return Assertions.catchThrowableOfType(RequestFailure.class, () -> read(body, status, retryAfter, null));
    }

    @Test
    void aGoodBodyIsGivenAsItCame() throws IOException, RequestFailure {
        assertThat(read("{\"message\":\"正确\"}", 200, null, null))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"message\":\"正确\"}");
        assertThat(request.attempts().lastCall().reply()).isEqualTo("{\"message\":\"正确\"}");
        assertThat(request.attempts().lastCall().answeredAt()).isEqualTo(Instant.parse("2026-11-22T08:00:00.123Z"));
    }

    @Test
    void theFirstThousandCharactersAreKeptForTheFailureRecord() throws IOException, RequestFailure {
        read("错".repeat(5_000), 200, null, null);
        String reply = Objects.requireNonNull(request.attempts().lastCall().reply());
        assertThat(reply).hasSizeGreaterThan(1_500).hasSizeLessThan(3_000);
        assertThat(request.attempts().shown(reply, 1_000)).isEqualTo("错".repeat(1_000) + "…");
    }

    @Test
    void aReplyInUtf16IsShownAsText() throws IOException, RequestFailure {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            request.attempts().lastCall().answered(Instant.EPOCH, "{\"a\":\"错\"}".getBytes(charset));
            assertThat(request.attempts().lastCall().reply()).isEqualTo("{\"a\":\"错\"}");
        }
    }

    @Test
    void theStreamIsClosed() throws IOException, RequestFailure {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream(new byte[] {'1'}) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        replies.read(stream, 200, null, null, null, sweep, null);
        assertThat(closed).isTrue();
    }

    @Test
    void anEmptyBodyPasses() {
        assertThat(failure("", 200, null).outcome()).isEqualTo(Outcome.TRANSIENT);
        assertThatThrownBy(() -> replies.read(null, 200, null, null, null, sweep, request))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.outcome())
                        .isEqualTo(Outcome.TRANSIENT));
    }

    @Test
    void aBodyWithoutAnEndIsBounded() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '1';
            }
        };
        assertThatThrownBy(() -> replies.read(endless, 200, null, null, null, sweep, request))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.outcome())
                        .isEqualTo(Outcome.TRANSIENT));
    }

    @ParameterizedTest
    @CsvSource({
        "500, TRANSIENT",
        "502, TRANSIENT",
        "503, TRANSIENT",
        "504, TRANSIENT",
        "408, TRANSIENT",
        "429, QUOTA",
        "401, REAUTH",
        "403, DENIED",
        "400, REJECTED",
        "404, REJECTED",
        "413, BATCH",
        "414, BATCH",
        "431, BATCH"
    })
    void aStatusThatIsNoSuccessHasItsOutcome(int status, Outcome outcome) {
        RequestFailure failure = failure("{\"status\":1}", status, null);
        assertThat(failure.outcome()).isEqualTo(outcome);
        assertThat(failure.code()).isEqualTo("HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 414, 431})
    void aLoginThatIsTooLargeHasNoCardsToLeaveOut(int status) {
        assertThatThrownBy(() -> replies.read(null, status, null, null, null, sweep, null))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.outcome())
                        .isEqualTo(Outcome.REJECTED));
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(failure("", 429, "95").retryAfter()).isEqualTo(Duration.ofSeconds(95));
        assertThat(failure("", 503, "Sun, 22 Nov 2026 08:00:30 GMT").retryAfter())
                .isBetween(Duration.ofMillis(29_800), Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "9999999999999999", "Sun, 22 Nov 2026 07:59:30 GMT"})
    void aRetryAfterThatSaysNothingIsNoWait(String retryAfter) {
        assertThat(failure("", 503, retryAfter).retryAfter()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 22 Nov 2026 08:00:59 GMT', false",
        "'Sun, 22 Nov 2026 07:59:02 GMT', false",
        "'Sun, 22 Nov 2026 08:01:02 GMT', true",
        "'Sun, 22 Nov 2026 07:58:58 GMT', true",
        "yesterday, false"
    })
    void aClockThatDiffersByOverAMinuteIsWarnedOf(String date, boolean warned) throws IOException, RequestFailure {
        read("1", 200, null, date);
        assertThat(sweep.account().warnOnce("clock")).isEqualTo(!warned);
    }
}
