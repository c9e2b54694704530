package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;

/** How sim.sweeps tells an end: complete, partial and failed. */
class SweepEndTest {

    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final ListedSource source = new ListedSource();

    @BeforeEach
    void allPublished() {
        source.expected = 10L;
        source.unasked = 0L;
        sweep.counts().published.set(10);
    }

    private SweepEnd end() {
        sweep.from(source);
        return SweepEnd.judge(sweep);
    }

    @Test
    void isCompleteWhenEveryCountAgrees() {
        assertThat(end()).isEqualTo(new SweepEnd(SweepResult.COMPLETE, null));
    }

    @Test
    void isCompleteWithNothingWhereTheVendorHasNothing() {
        source.expected = 0L;
        source.unasked = null;
        sweep.counts().published.set(0);
        assertThat(end().result()).isEqualTo(SweepResult.COMPLETE);
    }

    @Test
    void isPartialWhenOneCardFewerWasAcknowledged() {
        sweep.counts().published.set(9);
        SweepEnd end = end();
        assertThat(end.result()).isEqualTo(SweepResult.PARTIAL);
        assertThat(end.reason()).contains("9").contains("10");
    }

    @Test
    void isPartialWhenACardFailed() {
        sweep.counts().published.set(9);
        sweep.counts().failed.set(1);
        sweep.counts().failures.set(1);
        sweep.counts().note("card refused");
        assertThat(end()).isEqualTo(new SweepEnd(SweepResult.PARTIAL, "card refused"));
    }

    @Test
    void isPartialWhenAPageStayedUnreadThoughAsManyCardsAsExpectedWereSeen() {
        sweep.counts().failures.set(1);
        assertThat(end().result()).isEqualTo(SweepResult.PARTIAL);
    }

    @Test
    void isPartialWhenTheSourceHasADoubt() {
        source.doubt = "the list goes on";
        assertThat(end()).isEqualTo(new SweepEnd(SweepResult.PARTIAL, "the list goes on"));
    }

    @Test
    void isFailedWhenItStopped() {
        sweep.counts().published.set(9);
        source.unasked = 1L;
        sweep.stop("denied");
        assertThat(end()).isEqualTo(new SweepEnd(SweepResult.FAILED, "denied"));
    }

    @Test
    void isFailedWhenItStoppedWithCardsInFailures() {
        sweep.counts().failures.set(1);
        sweep.stop("denied");
        assertThat(end()).isEqualTo(new SweepEnd(SweepResult.FAILED, "denied"));
    }

    @Test
    void isCompleteWhenItStoppedAfterTheLastCard() {
        sweep.stop("shutting down");
        assertThat(end().result()).isEqualTo(SweepResult.COMPLETE);
    }

    @Test
    void isFailedWhenItStoppedAndOnlyTheVendorKnowsWhatIsLeft() {
        source.unasked = null;
        sweep.stop("denied");
        assertThat(end().result()).isEqualTo(SweepResult.FAILED);
    }

    @Test
    void isFailedWhenAllThatWasAskedFailed() {
        sweep.counts().published.set(0);
        sweep.counts().failed.set(10);
        sweep.counts().failures.set(10);
        assertThat(end().result()).isEqualTo(SweepResult.FAILED);
    }

    @Test
    void isFailedWhenNothingOfAListWithCardsCouldBePublished() {
        sweep.counts().published.set(0);
        source.unasked = null;
        source.doubt = "the list moved";
        assertThat(end().result()).isEqualTo(SweepResult.FAILED);
    }

    @Test
    void isFailedWhenItNeverHadRequests() {
        assertThat(SweepEnd.judge(sweep).result()).isEqualTo(SweepResult.FAILED);
    }

    @Test
    void cardsThatNobodyAskedForAreSaidButTakeNothingAway() {
        sweep.counts().strays.set(2);
        SweepEnd end = end();
        assertThat(end.result()).isEqualTo(SweepResult.COMPLETE);
        assertThat(end.reason()).contains("2");
    }

    @Test
    void hasTheWordsOfTheContract() {
        assertThat(Arrays.stream(SweepResult.values()).map(SweepResult::word))
                .containsExactlyInAnyOrder("complete", "partial", "failed", "skipped");
    }
}
