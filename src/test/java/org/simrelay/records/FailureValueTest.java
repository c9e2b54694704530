package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.PageRequest;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Every field of a failure that a vendor's text can reach is bounded, and names no card that the failure is not about. */
class FailureValueTest {

    private final Sweep sweep = TestSweeps.of("iotbos-usage");

    @Test
    void aTextOfAMegabyteInAnyFieldLeavesASmallRecord() {
        String huge = "x".repeat(1_200_000);
        Request request = BatchRequest.of(1, List.of("1060000000001"));
        FailureValue value = new FailureValue(sweep, "batch-1", new RequestFailure(Outcome.UNKNOWN, huge, huge))
                .asked(request, huge, 8, huge, List.of("1060000000001"))
                .cards(List.of("1060000000001"));
        assertThat(Json.bytes(value.node())).hasSizeLessThan(10_000);
        assertThat(value.node().path("reply").asText()).hasSize(1_000);
    }

    @Test
    void theOtherCardsOfItsBatchStandNeitherInItsRequestNorInItsReply() {
        Request request = BatchRequest.of(1, List.of("1060000000001", "1060000000002"));
        FailureValue value = new FailureValue(sweep, "batch-1-invalid", new RequestFailure(Outcome.INVALID, null, "no"))
                .asked(
                        request,
                        "/a?cardIdNums=1060000000001,1060000000002",
                        1,
                        "{\"num\":\"1060000000001\"},{\"num\":\"1060000000002\"}",
                        List.of("1060000000002"));
        assertThat(value.node().toString()).contains("1060000000002").doesNotContain("1060000000001");
    }

    @Test
    void theyStandNotInItsMessageEitherAndOfAPageTheyAreKnownFromItsAnswer() {
        Request request = PageRequest.of(1, 1);
        request.publishing(List.of("8986-00AA-01", "8986-00AA-02"));
        String text = "8986-00AA-01, 8986-00aa-02, 8986%2D00AA%2D01; ".repeat(100);
        FailureValue value = new FailureValue(sweep, "page-1", new RequestFailure(Outcome.UNPUBLISHED, null, text))
                .asked(request, text, 1, text, List.of("8986-00AA-02"));
        assertThat(value.node().toString())
                .containsIgnoringCase("8986-00AA-02")
                .doesNotContainIgnoringCase("AA-01", "%2D00AA");
    }

    @Test
    void aSignatureOfAnyOfItsTriesIsMaskedBeforeTheCut() {
        Request request = BatchRequest.of(1, List.of("1060000000001"));
        String first = "0123456789abcdef".repeat(4).replace('0', 'e');
        String second = "fedcba9876543210".repeat(4).replace('0', 'd');
        request.attempts().tokens().use(first);
        request.attempts().tokens().use(second);
        for (int before = 930; before <= 1_000; before += 10) {
            String reply = "x".repeat(before) + first.substring(0, 40) + second.toUpperCase(Locale.ROOT);
            FailureValue value = new FailureValue(sweep, "a", new RequestFailure(Outcome.UNKNOWN, null, "no"))
                    .asked(request, "?token=" + second, 1, reply, null);
            assertThat(value.node().path("reply").asText()).matches("x{" + Math.min(before, 1_000) + "}\\**");
            assertThat(value.node().path("request").asText()).isEqualTo("?token=***");
        }
    }
}
