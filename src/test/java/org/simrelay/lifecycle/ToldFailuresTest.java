package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.LogLines;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** What fails as it did in the sweep before is no news. */
class ToldFailuresTest {

    private static final SweepEnd PARTIAL = new SweepEnd(SweepResult.PARTIAL, null);

    @RegisterExtension
    private final LogLines log = new LogLines(ToldFailures.class.getName());

    private final ToldFailures told = new ToldFailures();

    private boolean isNews(Sweep sweep, String card, String code, String reason) {
        Request request = BatchRequest.of(1, List.of(card));
        return told.isNews(sweep, request, request.cards(), new RequestFailure(Outcome.CARD, code, reason));
    }

    @Test
    void aPoisonedCardIsToldOnceAndCountedThen() {
        Sweep first = TestSweeps.of("iotbos-usage");
        assertThat(isNews(first, "1", "7", "no such card")).isTrue();
        told.ended(first, PARTIAL);
        assertThat(log.lines()).isEmpty();
        for (int i = 0; i < 3; i++) {
            Sweep next = TestSweeps.of("iotbos-usage");
            assertThat(isNews(next, "1", "7", "no such card")).isFalse();
            told.ended(next, PARTIAL);
            assertThat(log.lines())
                    .hasSize(i + 1)
                    .last()
                    .isEqualTo("INFO " + next
                            + ": requests that failed as they did in the sweep before: 1, not told again");
        }
    }

    @Test
    void anotherCardCodeReasonOrPollIsNews() {
        Sweep first = TestSweeps.of("iotbos-usage");
        isNews(first, "1", "7", "no such card");
        told.ended(first, PARTIAL);
        Sweep next = TestSweeps.of("iotbos-usage");
        assertThat(isNews(next, "2", "7", "no such card")).isTrue();
        assertThat(isNews(next, "1", "8", "no such card")).isTrue();
        assertThat(isNews(next, "1", "7", "the card is locked")).isTrue();
        assertThat(isNews(TestSweeps.of("iotbos-balance"), "1", "7", "no such card"))
                .isTrue();
    }

    @Test
    void numbersInAReasonAreNoChange() {
        Sweep first = TestSweeps.of("iotbos-usage");
        isNews(first, "1", "7", "refused at 08:00:01, ticket 4711");
        told.ended(first, PARTIAL);
        assertThat(isNews(TestSweeps.of("iotbos-usage"), "1", "7", "refused at 08:30:01, ticket 4799"))
                .isFalse();
    }

    @Test
    void whatWasWellInBetweenIsNewsAgain() {
        Sweep first = TestSweeps.of("iotbos-usage");
        isNews(first, "1", "7", "no such card");
        told.ended(first, PARTIAL);
        told.ended(TestSweeps.of("iotbos-usage"), new SweepEnd(SweepResult.COMPLETE, null));
        assertThat(isNews(TestSweeps.of("iotbos-usage"), "1", "7", "no such card"))
                .isTrue();
    }

    @Test
    void aSweepThatStoppedHasNotAskedForAll() {
        Sweep first = TestSweeps.of("iotbos-usage");
        isNews(first, "1", "7", "no such card");
        told.ended(first, PARTIAL);
        Sweep stopped = TestSweeps.of("iotbos-usage");
        stopped.stop("denied");
        told.ended(stopped, new SweepEnd(SweepResult.FAILED, "denied"));
        assertThat(isNews(TestSweeps.of("iotbos-usage"), "1", "7", "no such card"))
                .isFalse();
    }

    @Test
    void oneSweepAfterAnotherThatStopsDoesNotKeepItForEver() {
        Sweep first = TestSweeps.of("iotbos-usage");
        isNews(first, "1", "7", "no such card");
        told.ended(first, PARTIAL);
        for (int i = 0; i < 2; i++) {
            Sweep stopped = TestSweeps.of("iotbos-usage");
            stopped.stop("denied");
            told.ended(stopped, new SweepEnd(SweepResult.FAILED, "denied"));
        }
        assertThat(isNews(TestSweeps.of("iotbos-usage"), "1", "7", "no such card"))
                .isTrue();
    }
}
