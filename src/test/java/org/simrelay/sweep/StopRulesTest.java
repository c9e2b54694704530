package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** A sweep whose next requests would fare no better than those before stops. */
class StopRulesTest {

    // as shipped, 4 may be in flight at once
    private static final int IN_A_ROW = 8;

    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final Request batch = BatchRequest.of(1, List.of("1001", "1002"));

    private void fails(Request request, Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            RequestFailure failure = new RequestFailure(outcome, "HTTP 404", "no such path");
            String reason = StopRules.reason(sweep, request, failure);
            sweep.streaks().count(Streak.of(request, failure));
            if (reason != null) {
                sweep.stop(reason);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "LATER"})
    void whatFailsForEachRequestInARowStopsTheSweep(Outcome outcome) {
        fails(batch, outcome, IN_A_ROW - 1);
        assertThat(sweep.stopped()).isFalse();
        fails(batch, outcome, 1);
        assertThat(sweep.stopReason()).contains("no such path");
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "LATER"})
    void anAnswerInBetweenShowsThatItIsTheRequest(Outcome outcome) {
        for (int i = 0; i < 10; i++) {
            fails(batch, outcome, IN_A_ROW - 1);
            sweep.streaks().answered(false);
        }
        assertThat(sweep.stopped()).isFalse();
    }

    @Test
    void whatOtherPollsOfTheAccountAreAnsweredDoesNotMendAPathThatIsWrong() {
        for (int i = 0; i < IN_A_ROW; i++) {
            fails(batch, Outcome.REJECTED, 1);
            sweep.account().cardFlow().cameThrough();
        }
        assertThat(sweep.stopped()).isTrue();
    }

    @Test
    void pagesThatAreRefusedForTheirContentInARowStopTheSweep() {
        fails(PageRequest.of(2, 1), Outcome.BATCH, IN_A_ROW);
        assertThat(sweep.stopped()).isTrue();
    }

    @Test
    void cardsThatAreRefusedByThemselvesDoNot() {
        fails(batch, Outcome.CARD, 100);
        fails(batch, Outcome.BATCH, 100);
        assertThat(sweep.stopped()).isFalse();
    }
}
