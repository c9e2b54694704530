package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.LogLines;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Accounts;
import org.simrelay.account.RetryWaits;
import org.simrelay.config.Settings;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepResult;

/** A vendor that does not answer is said once after 10 s, and once when it is back. */
class VendorSilenceTest {

    @RegisterExtension
    private final LogLines log = new LogLines(AccountSilence.class.getName());

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Settings settings = TestSweeps.settings(Map.of());
    private final Accounts accounts = new Accounts(settings, clock, clock, new Random(1));
    private final VendorSilence silence = new VendorSilence(new RetryWaits(settings));
    private final Sweep usage = sweep("iotbos-usage");
    private final Sweep balance = sweep("iotbos-balance");
    private final Request one = BatchRequest.of(1, List.of("1060000000001"));
    private final Request two = BatchRequest.of(2, List.of("1060000000002"));

    private Sweep sweep(String poll) {
        Instant start = clock.instant();
        SweepId id = new SweepId(poll, start);
        return new Sweep(id, accounts.of(id.vendor(), "main"), start, null);
    }

    private void seconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.move(Duration.ofSeconds(1));
            silence.run();
        }
    }

    private void fails(Sweep sweep, Request request, RequestFailure failure) {
        request.attempts().failed(failure);
        silence.attemptDone(sweep, request, failure.outcome(), Duration.ZERO);
    }

    @Test
    void aCallThatHangsIsSaidAfterTenSecondsAndNotBefore() {
        silence.begun(usage, false);
        silence.attemptBegun(usage, one);
        seconds(9);
        assertThat(log.lines()).isEmpty();
        seconds(1);
        assertThat(log.lines())
                .containsExactly(
                        "WARN iotbos.main does not answer: nothing for 10 s, attempt 1 of 8, polls that wait: 1");
    }

    @Test
    void anOutageOfManyRequestsAndPollsIsTwoLines() {
        silence.begun(usage, false);
        silence.begun(balance, false);
        for (int attempt = 0; attempt < 3; attempt++) {
            silence.attemptBegun(usage, one);
            silence.attemptBegun(balance, two);
            seconds(4);
            fails(usage, one, new RequestFailure(Outcome.TRANSIENT, "HTTP 503", "HTTP status 503 of 1060000000001"));
            fails(balance, two, new RequestFailure(Outcome.TRANSIENT, "HTTP 503", "HTTP status 503"));
        }
        seconds(60);
        silence.attemptBegun(usage, one);
        silence.attemptDone(usage, one, Outcome.OK, Duration.ZERO);
        silence.attemptDone(balance, two, Outcome.OK, Duration.ZERO);
        seconds(60);
        assertThat(log.lines())
                .containsExactly(
                        "WARN iotbos.main does not answer: nothing for 10 s, attempt 3 of 8, polls that wait: 2"
                                + " (HTTP status 503 of ****0001)",
                        "INFO iotbos.main answers again, after 72 s");
    }

    @Test
    void itIsSaidOnceThoughItsSweepsEndAndOthersFollow() {
        silence.begun(usage, false);
        silence.attemptBegun(usage, one);
        seconds(12);
        silence.requestDone(usage, one);
        silence.ended(usage, new SweepEnd(SweepResult.FAILED, "no answer"));
        seconds(600);
        silence.begun(balance, false);
        silence.attemptBegun(balance, two);
        seconds(20);
        silence.attemptDone(balance, two, Outcome.EMPTY, Duration.ZERO);
        assertThat(log.lines()).hasSize(2).last().isEqualTo("INFO iotbos.main answers again, after 632 s");
    }

    @Test
    void oneThatHangsWhileOthersAreAnsweredIsSaidWhenNoneIsAnyMore() {
        silence.begun(usage, false);
        silence.attemptBegun(usage, one);
        seconds(8);
        silence.attemptBegun(usage, two);
        silence.attemptDone(usage, two, Outcome.OK, Duration.ZERO);
        silence.requestDone(usage, two);
        seconds(9);
        assertThat(log.lines()).isEmpty();
        seconds(1);
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void refusalsAreAnswersAndWhatIsOverIsNotWaitedFor() {
        silence.begun(usage, false);
        silence.attemptBegun(usage, one);
        fails(usage, one, new RequestFailure(Outcome.QUOTA, "71", "too fast"));
        seconds(30);
        silence.attemptBegun(usage, one);
        fails(usage, one, RequestFailure.unreadable("cut", "the reply is no JSON"));
        seconds(30);
        silence.attemptBegun(usage, one);
        seconds(5);
        silence.suspended(usage);
        seconds(30);
        silence.begun(balance, false);
        silence.attemptBegun(balance, two);
        seconds(5);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aPreviewHasNone() {
        Sweep preview = new Sweep(usage.id(), usage.account(), usage.startedAt(), new Preview());
        silence.begun(preview, false);
        silence.attemptBegun(preview, one);
        seconds(60);
        assertThat(log.lines()).isEmpty();
    }
}
