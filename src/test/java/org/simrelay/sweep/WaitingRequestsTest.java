package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;

/** What waits for its time goes out then, and not before. */
class WaitingRequestsTest {

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Sweep sweep = TestSweeps.of("iotbos-usage", clock, Map.of());
    private final WaitingRequests waiting = new WaitingRequests(sweep, ListedSource.ofBatches(0), 2);

    private static BatchRequest later(String card, int seconds) {
        return BatchRequest.of(1, List.of(card, "other")).repeatLater(List.of(card), Duration.ofSeconds(seconds));
    }

    @Test
    void aRequestWithAWaitComesWhenItIsOver() {
        waiting.add(List.of(later("2", 5), later("1", 2)));
        assertThat(waiting.poll()).isNull();
        assertThat(waiting.millisToLater()).isEqualTo(2_000);
        clock.move(Duration.ofSeconds(2));
        assertThat(waiting.poll()).isNotNull().extracting(Request::cards).isEqualTo(List.of("1"));
        assertThat(waiting.poll()).isNull();
        clock.move(Duration.ofSeconds(3));
        assertThat(waiting.poll()).isNotNull().extracting(Request::cards).isEqualTo(List.of("2"));
        assertThat(waiting.millisToLater()).isNegative();
    }

    @Test
    void whatStillWaitsStandsAmongWhatWasNotAsked() {
        waiting.add(List.of(later("1", 2)));
        assertThat(waiting.queued()).hasSize(1);
    }

    @Test
    void theSourceIsAskedNoFurtherWhileAsManyWait() {
        WaitingRequests full = new WaitingRequests(sweep, ListedSource.ofBatches(3), 2);
        full.add(List.of(later("1", 2)));
        assertThat(full.poll()).isNotNull();
        full.add(List.of(later("2", 2)));
        assertThat(full.poll()).isNull();
        clock.move(Duration.ofSeconds(2));
        assertThat(full.poll()).isNotNull().extracting(Request::cards).isEqualTo(List.of("1"));
    }

    @Test
    void whatIsAskedAgainForTwoReasonsHasTwoIds() {
        BatchRequest batch = BatchRequest.of(1, List.of("1", "2", "3"));
        BatchRequest second = batch.repeatLater(List.of("2"), Duration.ZERO);
        assertThat(List.of(
                        batch.repeat(List.of("3")).id(),
                        second.id(),
                        second.repeatLater(List.of("2"), Duration.ZERO).id(),
                        second.repeat(List.of("2")).id()))
                .containsExactly("batch-1-again", "batch-1-attempt-2", "batch-1-attempt-3", "batch-1-attempt-2-again");
    }

    @Test
    void aBatchIsDoneOnceBothItsHalvesAre() {
        BatchRequest batch = BatchRequest.of(3, List.of("1", "2"));
        waiting.bisect(batch);
        batch.batchTally().finished(batch.tally());
        for (Request half : waiting.queued()) {
            assertThat(batch.batchTally().isDone()).isFalse();
            half.tally().done(1, 0);
            batch.batchTally().finished(half.tally());
        }
        assertThat(batch.batchTally().isDone()).isTrue();
        assertThat(batch.batchTally().after(new Progress("f", 2, 10, 1, 4))).isEqualTo(new Progress("f", 3, 12, 1, 4));
    }

    @Test
    void aBatchOfWhichAPartIsSuspendedIsNeverDone() {
        BatchRequest batch = BatchRequest.of(1, List.of("1", "2"));
        waiting.bisect(batch);
        waiting.queued().get(1).tally().suspend();
        batch.batchTally().finished(batch.tally());
        waiting.queued().forEach(half -> batch.batchTally().finished(half.tally()));
        assertThat(batch.batchTally().isDone()).isFalse();
    }

    @Test
    void anAttemptMoreCountsAsOne() {
        assertThat(later("1", 2).attempts().count()).isEqualTo(1);
    }
}
