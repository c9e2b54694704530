package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.simrelay.Waits.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.Warnings;
import org.simrelay.reply.Answer;

/** The requests of a sweep as the splitter takes them: bounded in flight, and null when all are finished. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestQueueTest {

    private static final Answer NOTHING = new Answer(List.of(), null);

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Sweep sweep = TestSweeps.of("iotbos-usage", clock, Map.of());
    private final List<Request> taken = new CopyOnWriteArrayList<>();
    private final List<Thread> takers = new ArrayList<>();

    @AfterEach
    void stop() {
        takers.forEach(Thread::interrupt);
    }

    /** Takes as the splitter does, until null. */
    private Thread taking(RequestQueue requests) {
        Thread taker = new Thread(() -> {
            for (Request request = requests.next(); request != null; request = requests.next()) {
                taken.add(request);
            }
        });
        taker.setDaemon(true);
        takers.add(taker);
        taker.start();
        return taker;
    }

    private static Thread.State settled(Thread taker) {
        await().until(() ->
                taker.getState() == Thread.State.TIMED_WAITING || taker.getState() == Thread.State.TERMINATED);
        return taker.getState();
    }

    private static Request next(RequestQueue requests) {
        return Objects.requireNonNull(requests.next());
    }

    @Test
    void noMoreAreInFlightThanMayBe() {
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(10), 3);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        assertThat(taken).extracting(Request::id).containsExactly("batch-1", "batch-2", "batch-3");
        requests.finished(taken.get(1));
        await().until(() -> taken.size() >= 4);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        assertThat(taken).hasSize(4);
    }

    @Test
    void aPaceThatIsTooSlowIsSaidAsSoonAsTheSizeIsKnown() {
        sweep.account().demand().fires("iotbos-usage", Duration.ofSeconds(10));
        ListedSource source = ListedSource.ofBatches(2);
        RequestQueue requests = new RequestQueue(sweep, source, 3);
        Request first = next(requests);
        requests.sort(first, NOTHING);
        assertThat(warnings.lines()).isEmpty();

        source.expected = 51L;
        requests.sort(first, NOTHING);
        requests.sort(first, NOTHING);
        assertThat(warnings.lines())
                .singleElement()
                .asString()
                .startsWith("iotbos-usage@" + TestSweeps.START + ": iotbos.main.requests-per-second is 5.0, but 5.1");
    }

    @Test
    void whatIsClosedBeforeItsEndGivesBackOnceWhatItHeld() {
        var unusedBeside = new RequestQueue(sweep, ListedSource.ofBatches(1), 1);
        long share = sweep.account().inFlightBytes().each();
        int threads = sweep.account().threads().getMaximumPoolSize();
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(2), 1);
        assertThat(sweep.account().threads().getMaximumPoolSize()).isEqualTo(threads + 1);
        assertThat(sweep.account().inFlightBytes().each()).isEqualTo(share / 2);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        sweep.stop("its route broke");
        requests.close();
        requests.close();
        assertThat(settled(taker)).isEqualTo(Thread.State.TERMINATED);
        assertThat(requests.hasNext()).isFalse();
        assertThat(sweep.account().inFlightBytes().each()).isEqualTo(share);
        assertThat(sweep.account().threads().getMaximumPoolSize()).isEqualTo(threads);
    }

    @Test
    void theEndIsNullOnceAllAreFinished() {
        ListedSource source = ListedSource.ofBatches(2);
        RequestQueue requests = new RequestQueue(sweep, source, 3);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        requests.finished(taken.get(0));
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        assertThat(requests.hasNext()).isTrue();
        requests.finished(taken.get(1));
        await().until(() -> taker.getState() == Thread.State.TERMINATED);
        assertThat(requests.hasNext()).isFalse();
        assertThat(source.closed).isOne();
        assertThatThrownBy(requests::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void nothingToAskEndsAtOnce() {
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(0), 3);
        assertThat(requests.hasNext()).isTrue();
        assertThat(requests.next()).isNull();
        assertThat(requests.hasNext()).isFalse();
    }

    @Test
    void whatFollowsFromAnAnswerIsAskedNext() {
        ListedSource source = ListedSource.ofBatches(2);
        RequestQueue requests = new RequestQueue(sweep, source, 3);
        Request first = next(requests);
        BatchRequest again = ((BatchRequest) first).repeat(List.of("card-1"));
        source.follow = List.of(again);
        assertThat(requests.sort(first, NOTHING).follow()).containsExactly(again);
        again.batchTally().finished(first.tally());
        assertThat(again.batchTally().isDone()).isFalse();
        again.batchTally().finished(again.tally());
        assertThat(again.batchTally().isDone()).isTrue();
        assertThat(next(requests)).isSameAs(again);
        assertThat(next(requests).id()).isEqualTo("batch-2");
    }

    @Test
    void whatFollowsFromTheLastAnswerIsAskedBeforeTheEnd() {
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(1), 3);
        Request only = next(requests);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        requests.follow(List.of(((BatchRequest) only).half(1, 0), ((BatchRequest) only).half(2, 0)));
        requests.finished(only);
        await().until(() -> taken.size() == 2);
        taken.forEach(requests::finished);
        await().until(() -> taker.getState() == Thread.State.TERMINATED);
        assertThat(taken).extracting(Request::id).containsExactly("batch-1.1", "batch-1.2");
    }

    @Test
    void aSweepThatStopsAsksNoMoreAndEndsWhenThoseInFlightAreFinished() {
        ListedSource source = ListedSource.ofBatches(10);
        RequestQueue requests = new RequestQueue(sweep, source, 3);
        Request first = next(requests);
        Request again = ((BatchRequest) first).repeat(List.of("card-1"));
        requests.follow(List.of(again));
        sweep.stop("denied");
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        requests.finished(first);
        await().until(() -> taker.getState() == Thread.State.TERMINATED);
        assertThat(taken).isEmpty();
        assertThat(source.left).hasSize(9);
        assertThat(requests.queued()).containsExactly(again);
    }

    @Test
    void oneThatIsSaidToBeFinishedTwiceCountsOnce() {
        ListedSource source = ListedSource.ofBatches(2);
        RequestQueue requests = new RequestQueue(sweep, source, 3);
        Request first = next(requests);
        Request second = next(requests);
        requests.finished(first);
        requests.finished(first);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        requests.finished(second);
        await().until(() -> taker.getState() == Thread.State.TERMINATED);
        assertThat(source.finished).containsExactly(first, second);
    }

    @Test
    void cardsThatCannotBeReadOnStopTheSweep() {
        ListedSource source = ListedSource.ofBatches(10);
        source.broken = new IOException("disk");
        RequestQueue requests = new RequestQueue(sweep, source, 3);
        assertThat(requests.next()).isNull();
        assertThat(sweep.stopReason()).contains("disk");
    }

    @Test
    void whatIsOnItsWayToKafkaMakesRoomForTheNextQuestion() {
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(10), 2);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        requests.publishing(taken.get(0), 1000);
        await().until(() -> taken.size() == 3);
        // its acknowledgement makes no more room: it had left already
        requests.finished(taken.get(0));
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        assertThat(taken).hasSize(3);
    }

    @Test
    void bytesThatWaitForKafkaHoldTheNextQuestionBack() {
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(10), 2);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        requests.publishing(taken.get(0), 5 << 20);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        assertThat(taken).hasSize(2);
        requests.finished(taken.get(0));
        await().until(() -> taken.size() == 3);
    }

    @Test
    void sweepsThatRunAtOnceShareWhatMayBeOnItsWayToKafka() {
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(10), 2);
        RequestQueue other = new RequestQueue(sweep, ListedSource.ofBatches(0), 2);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        requests.publishing(taken.get(0), 3 << 20);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        assertThat(taken).hasSize(2);
        assertThat(other.next()).isNull();
        requests.publishing(taken.get(1), 1000);
        await().until(() -> taken.size() == 4);
    }

    @Test
    void aKafkaThatLagsHoldsTheNextQuestionBack() {
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(10), 2);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        requests.publishing(taken.get(0), 1);
        await().until(() -> taken.size() == 3);
        clock.move(Duration.ofSeconds(3));
        requests.publishing(taken.get(1), 1);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        assertThat(taken).hasSize(3);
        requests.finished(taken.get(0));
        await().until(() -> taken.size() == 4);
    }

    /** As settings are shipped: Kafka's delivery is the longest wait, two minutes and four seconds, and a minute more. */
    private static final Duration LONGEST = Duration.ofSeconds(184);

    @Test
    void aSweepInWhichNothingMovesEndsAndSaysWhatHasNotComeBack() {
        AtomicInteger told = new AtomicInteger();
        sweep.pulse().whenStill(told::incrementAndGet);
        ListedSource source = ListedSource.ofBatches(10);
        RequestQueue requests = new RequestQueue(sweep, source, 3);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        clock.move(LONGEST);
        Request first = taken.get(0);
        requests.finished(first);
        await().until(() -> taken.size() == 4);
        // what moved a moment ago counts from then on
        clock.move(LONGEST);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        clock.move(Duration.ofSeconds(1));
        await().until(() -> taker.getState() == Thread.State.TERMINATED);
        assertThat(sweep.stopReason()).contains("184 s", "3 requests");
        assertThat(told).hasValue(1);
        assertThat(requests.hasNext()).isFalse();
        assertThat(requests.queued()).containsExactly(taken.get(1), taken.get(2), taken.get(3));
        assertThat(requests.queued()).allMatch(Request::lost);

        // what comes late changes nothing any more
        requests.follow(List.of(taken.get(1).untried()));
        requests.finished(taken.get(1));
        assertThat(requests.queued()).hasSize(3);
        assertThat(source.finished).containsExactly(first);
    }

    @Test
    void whatAnotherSweepMayHaveAheadOfItIsWaitedForToo() {
        var unusedOther = new RequestQueue(sweep, ListedSource.ofBatches(9), 80);
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(1), 80);
        Thread taker = taking(requests);
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        clock.move(LONGEST.plusSeconds(1));
        assertThat(settled(taker)).isEqualTo(Thread.State.TIMED_WAITING);
        // 80 calls of 35 s, four at once
        clock.move(Duration.ofSeconds(80 * 35 / 4));
        await().until(() -> taker.getState() == Thread.State.TERMINATED);
    }

    @Test
    void whatIsNotFinishedWhenItsRouteBreaksIsNotLost() {
        RequestQueue requests = new RequestQueue(sweep, ListedSource.ofBatches(3), 3);
        Request first = next(requests);
        Request second = next(requests);
        requests.finished(first);
        requests.close();
        assertThat(requests.queued()).containsExactly(second);
        assertThat(sweep.stopReason()).contains("1 requests");
    }
}
