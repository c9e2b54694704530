package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Every field of a failure that a vendor's text can reach is bounded, and names no card that the failure is not about. */
class FailureValueTest {

    private final Sweep sweep = TestSweeps.of("iotbos-usage");

    @Test
    void aTextOfAMegabyteInAnyFieldLeavesASmallRecord() {
        String huge = "x".repeat(1_200_000);
        Request request = Request.ofBatch(1, List.of("1060000000001"));
        FailureValue value = new FailureValue(sweep, "batch-1", new Refusal(Outcome.UNKNOWN, huge, huge))
                .asked(request, huge, 8, huge, List.of("1060000000001"))
                .cards(List.of("1060000000001"));
        assertThat(Json.bytes(value.node())).hasSizeLessThan(10_000);
        assertThat(value.node().path("reply").asText()).hasSize(1_000);
    }

    @Test
    void theOtherCardsOfItsBatchStandNeitherInItsRequestNorInItsReply() {
        Request request = Request.ofBatch(1, List.of("1060000000001", "1060000000002"));
        FailureValue value = new FailureValue(sweep, "batch-1-invalid", new Refusal(Outcome.INVALID, null, "no"))
                .asked(
                        request,
                        "/a?cardIdNums=1060000000001,1060000000002",
                        1,
                        "{\"num\":\"1060000000001\"},{\"num\":\"1060000000002\"}",
                        List.of("1060000000002"));
        assertThat(value.node().toString()).contains("1060000000002").doesNotContain("1060000000001");
    }
}
