package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.reply.RequestFailures;
import org.simrelay.sweep.Decision.Action;

/** What becomes of a request whose attempt failed. */
class FailurePolicyTest {

    private static final int MOST = 3;

    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final Request batch = BatchRequest.of(1, List.of("106000000001", "106000000002"));

    private static RequestFailure failure(Outcome outcome) {
        return new RequestFailure(outcome, "1", "no", null, outcome == Outcome.REAUTH ? Outcome.BATCH : outcome);
    }

    private Decision decide(RequestFailure failure) {
        batch.attempts().failed(failure);
        return FailurePolicy.decide(sweep, batch, failure, MOST);
    }

    private void suspend() {
        sweep.stopSwitch().resumable();
        sweep.stopSwitch().suspend("stopping");
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSIENT, RETRY",
        "QUOTA, RETRY",
        "UNKNOWN, RETRY",
        "REAUTH, REAUTHENTICATE",
        "BATCH, BISECT",
        "CARD, FAIL",
        "LATER, FAIL",
        "REJECTED, FAIL",
        "DENIED, FAIL",
        "INVALID, FAIL",
        "UNPUBLISHED, FAIL"
    })
    void aFirstFailure(Outcome outcome, Action action) {
        assertThat(decide(failure(outcome)).action()).isEqualTo(action);
    }

    @Test
    void onlyAWaitThatTheVendorAsksForTakesTheGrowingOnesAway() {
        Duration asked = Duration.ofSeconds(20);
        assertThat(decide(new RequestFailure(Outcome.QUOTA, "1", "no", asked, Outcome.QUOTA))
                        .after())
                .isEqualTo(asked);
        assertThat(decide(new RequestFailure(Outcome.QUOTA, "1", "no", Duration.ZERO, Outcome.QUOTA))
                        .after())
                .isNull();
    }

    @Test
    void whatPassesByItselfFailsAfterItsLastAttempt() {
        for (int i = 1; i < MOST; i++) {
            assertThat(decide(failure(Outcome.TRANSIENT)).asksAgain()).isTrue();
        }
        assertThat(decide(failure(Outcome.TRANSIENT)).action()).isEqualTo(Action.FAIL);
    }

    @Test
    void aTokenThatIsRefusedAgainMeansWhatTheVendorsTableSays() {
        batch.attempts().tokens().reauthenticate();
        Decision decision = decide(failure(Outcome.REAUTH));
        assertThat(decision.action()).isEqualTo(Action.BISECT);
        assertThat(decision.failure().outcome()).isEqualTo(Outcome.BATCH);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "QUOTA", "UNKNOWN", "REAUTH", "BATCH", "UNPUBLISHED"})
    void whatMayPassNextTimeIsLeftToTheNextRunOfASuspendedSweep(Outcome outcome) {
        suspend();
        assertThat(decide(failure(outcome)).action()).isEqualTo(Action.SUSPEND);
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "REJECTED", "CARD", "LATER"})
    void whatWouldFailNextTimeTooFailsInASuspendedSweep(Outcome outcome) {
        suspend();
        assertThat(decide(failure(outcome)).action()).isEqualTo(Action.FAIL);
    }

    @Test
    void aRequestThatNeverWentOutIsHandedBackAndTheSweepStopsForTheSameReason() {
        Decision decision = decide(new RequestFailure(Outcome.LATER, RequestFailure.BUDGET, "spent"));
        assertThat(decision.action()).isEqualTo(Action.HAND_BACK);
        assertThat(decision.stopReason()).isEqualTo("spent");
    }

    @Test
    void aRequestThatWentOutBeforeFailsWhereItCannotGoOutAgain() {
        batch.attempts().failed(failure(Outcome.TRANSIENT));
        Decision decision = decide(new RequestFailure(Outcome.LATER, RequestFailure.STOPPED, "stopped"));
        assertThat(decision.action()).isEqualTo(Action.FAIL);
        assertThat(decision.stopReason()).isEqualTo("stopped");
    }

    @Test
    void aRequestThatItsSweepEndedWithoutIsDropped() {
        batch.lose();
        sweep.stop("over");
        assertThat(decide(failure(Outcome.TRANSIENT)).action()).isEqualTo(Action.DROP);
    }

    @Test
    void aRequestThatWasNotFinishedIsHandedBackAndTheSweepStops() {
        batch.attempts().tokens().use("token-1");
        Decision decision =
                FailurePolicy.unfinished(batch, new IllegalStateException("broke at 106000000001 with token-1"));
        assertThat(decision.action()).isEqualTo(Action.HAND_BACK);
        assertThat(decision.stopReason()).isEqualTo("batch-1 could not be finished: broke at ****0001 with ***");
        assertThat(sweep.stopped()).isFalse();
        batch.lose();
        assertThat(FailurePolicy.unfinished(batch, new IllegalStateException("late")))
                .extracting(Decision::action, Decision::stopReason)
                .containsExactly(Action.DROP, null);
    }

    @Test
    void anAnswerThatIsBeingPublishedIsNotAskedForAgain() {
        batch.publishing(batch.cards());
        assertThat(decide(failure(Outcome.TRANSIENT)).action()).isEqualTo(Action.FAIL);
    }

    @Test
    void anAnswerWhoseReadingBreaksIsNotAskedForAgain() {
        assertThat(batch.tryAnswer()).isTrue();
        assertThat(decide(failure(Outcome.UNKNOWN)).action()).isEqualTo(Action.FAIL);
        assertThat(batch.tryAnswer()).isFalse();
    }

    @Test
    void aRecordThatKafkaRefusesForItsOwnSakeStopsNothingAnythingElseOfKafkaDoes() {
        assertThat(stopReason(RequestFailures.of(new RecordTooLargeException("1.2 MB"))))
                .isNull();
        assertThat(stopReason(RequestFailures.of(new org.apache.kafka.common.errors.TimeoutException("120 s"))))
                .contains("120 s");
    }

    @Test
    void theReasonOfAStopShowsNoCard() {
        RequestFailure denied = new RequestFailure(Outcome.DENIED, "4", "not for 106000000001");
        assertThat(stopReason(denied)).contains("not for ****0001").doesNotContain("106000000001");
        assertThat(decide(denied).failure().reason()).contains("106000000001");
    }

    private @Nullable String stopReason(RequestFailure failure) {
        return decide(failure).stopReason();
    }

    @Test
    void decidingChangesNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(FailurePolicy.settle(sweep, batch, failure(Outcome.TRANSIENT))
                            .stopReason())
                    .isNull();
            assertThat(FailurePolicy.settle(sweep, batch, failure(Outcome.BATCH))
                            .action())
                    .isEqualTo(Action.BISECT);
        }
        assertThat(sweep.stopped()).isFalse();
        assertThat(batch.attempts().count()).isZero();
    }
}
