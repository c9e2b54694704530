package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** A batch that is refused for its content is halved, as long as cards come through. */
class BisectionTest {

    private final RequestFailure batchRefused = new RequestFailure(Outcome.BATCH, "21", "refused");

    private final List<String> alone = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private int asked;
    private Sweep sweep = TestSweeps.of("iotbos-usage");
    private final RequestQueue requests = sweep.from(new ListedSource());

    private static Request batch(int cards) {
        return BatchRequest.of(
                1, IntStream.range(0, cards).mapToObj(i -> "card-" + i).toList());
    }

    private boolean halved(Request request, RequestFailure failure) {
        return halved(requests, request, failure);
    }

    /** Acts on the policy's decision as the route of failures does. */
    private boolean halved(RequestQueue queue, Request request, RequestFailure failure) {
        Decision decision = sweep.streaks().settle(request, failure);
        if (decision.stopReason() != null) {
            sweep.stop(decision.stopReason());
        }
        if (decision.action() != Decision.Action.BISECT) {
            return false;
        }
        queue.bisect((BatchRequest) request);
        return true;
    }

    @Test
    void theHalvesHaveAllItsCardsAndTriesOfTheirOwn() {
        Request whole = batch(5);
        whole.attempts().failed(batchRefused);
        assertThat(halved(whole, batchRefused)).isTrue();
        assertThat(requests.queued())
                .extracting(Request::cards)
                .containsExactly(List.of("card-0", "card-1"), List.of("card-2", "card-3", "card-4"));
        assertThat(requests.queued()).allSatisfy(half -> {
            assertThat(half.attempts().count()).isZero();
            assertThat(half.batch()).isEqualTo(1);
        });
    }

    @Test
    void aCardThatStandsAloneIsNotHalved() {
        assertThat(halved(batch(1), batchRefused)).isFalse();
        assertThat(requests.queued()).isEmpty();
        assertThat(sweep.stopped()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BATCH")
    void onlyARefusalOfTheBatchHalvesIt(Outcome outcome) {
        assertThat(halved(batch(5), new RequestFailure(outcome, "1", "refused")))
                .isFalse();
        assertThat(requests.queued()).isEmpty();
    }

    @Test
    void aSweepThatStoppedHalvesNothing() {
        sweep.stop("denied");
        assertThat(halved(batch(5), batchRefused)).isFalse();
        assertThat(requests.queued()).isEmpty();
    }

    @Test
    void aPageHasNoHalves() {
        assertThat(halved(PageRequest.of(1, 1), batchRefused)).isFalse();
        assertThat(sweep.stopped()).isFalse();
    }

    @Test
    void aVendorThatRefusesEveryBatchStopsTheSweepLongBeforeAllIsAsked() {
        asks(source(2_000, 50), request -> true);
        assertThat(sweep.stopReason()).contains("refuses every batch");
        assertThat(asked).isLessThan(300);
        assertThat(published).isEmpty();
    }

    @Test
    void aVendorThatBeginsToRefuseEveryBatchStopsTheSweepToo() {
        asks(source(20_000, 50), request -> asked > 100);
        assertThat(sweep.stopReason()).contains("refuses every batch");
        assertThat(asked).isLessThan(400);
    }

    @Test
    void aBatchThatIsRefusedOnceIsPublishedByItsHalves() {
        asks(source(50, 50), request -> asked == 1);
        assertThat(alone).isEmpty();
        assertThat(published).hasSize(50);
        assertThat(asked).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50, 10_000})
    void aBadCardIsFoundWhereverItStands(int size) {
        Set<String> bad = new HashSet<>(List.of("card-0", "card-" + size / 2, "card-" + (size - 1)));
        asks(source(size, size), request -> request.cards().stream().anyMatch(bad::contains));
        assertThat(alone).containsExactlyInAnyOrderElementsOf(bad);
        assertThat(published).hasSize(size - bad.size());
        assertThat(sweep.stopped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50, 1", "50, 10", "50, 2", "100, 3", "1, 2", "10000, 50"})
    void whereverCardsStillComeThroughItIsTheCards(int size, int oneInSo) {
        IntPredicate isBad = i -> i % oneInSo == 0 && (oneInSo > 1 || i % size == size / 2);
        asks(source(2_000, size), request -> request.cards().stream().anyMatch(card -> isBad.test(number(card))));
        List<Integer> bad = IntStream.range(0, 2_000).filter(isBad).boxed().toList();
        assertThat(sweep.stopped()).isFalse();
        assertThat(alone).map(BisectionTest::number).containsExactlyInAnyOrderElementsOf(bad);
        assertThat(published).hasSize(2_000 - bad.size());
        assertThat(asked).isLessThanOrEqualTo(2_000 / size + 2 * 2_000 + 1);
    }

    @Test
    void manyBadCardsBesideEachOtherAreNotTakenForTheVendor() {
        asks(source(4_000, 50), request -> request.cards().stream().anyMatch(card -> number(card) < 1_000));
        assertThat(sweep.stopped()).isFalse();
        assertThat(alone).hasSize(1_000);
        assertThat(published).hasSize(3_000);
    }

    @Test
    void theLastBatchMayBeBadToItsLastCard() {
        asks(source(2_000, 50), request -> request.cards().stream().anyMatch(card -> number(card) >= 1_950));
        assertThat(sweep.stopped()).isFalse();
        assertThat(alone).hasSize(50);
        assertThat(published).hasSize(1_950);
    }

    @Test
    void cardsOfAnotherPollOfTheAccountShowThatItIsTheCards() {
        asks(source(600, 50), request -> {
            Sweep other =
                    new Sweep(new SweepId("iotbos-state", sweep.startedAt()), sweep.account(), sweep.startedAt(), null);
            other.streaks().answered(true);
            return true;
        });
        assertThat(sweep.stopped()).isFalse();
        assertThat(alone).hasSize(600);
        assertThat(asked).isLessThanOrEqualTo(12 + 2 * 600);
    }

    @Test
    void triesOfTheirOwnCountAmongWhatPartsMayCost() {
        asks(source(600, 50), request -> {
            request.attempts().failed(batchRefused);
            request.attempts().failed(batchRefused);
            sweep.streaks().answered(true);
            return true;
        });
        // the others fail with the part that they are in; what is in flight when the bound is met is tried all the same
        int tries = 2 * (asked - 12);
        assertThat(tries)
                .isLessThanOrEqualTo(2 * 600 + 4 * sweep.account().threads().mostAsking());
        assertThat(alone).hasSize(600);
    }

    private static int number(String card) {
        return Integer.parseInt(card.substring("card-".length()));
    }

    private static ListedSource source(int cards, int size) {
        ListedSource source = new ListedSource();
        for (int from = 0; from < cards; from += size) {
            List<String> batch = IntStream.range(from, Math.min(cards, from + size))
                    .mapToObj(i -> "card-" + i)
                    .toList();
            source.left.add(BatchRequest.of(source.left.size() + 1L, batch));
        }
        return source;
    }

    /** Asks a vendor that refuses some, as many side by side as a sweep does. */
    private void asks(ListedSource source, Predicate<Request> refuses) {
        sweep = TestSweeps.of("iotbos-usage");
        RequestQueue open = sweep.from(source);
        Deque<Request> inFlight = new ArrayDeque<>();
        int most = sweep.account().threads().mostAsking();
        while (true) {
            while (!sweep.stopped()
                    && inFlight.size() < most
                    && !(source.left.isEmpty() && open.queued().isEmpty())) {
                inFlight.add(Objects.requireNonNull(open.next()));
            }
            Request request = inFlight.poll();
            if (request == null) {
                return;
            }
            asked++;
            if (!refuses.test(request)) {
                published.addAll(request.cards());
                sweep.streaks().answered(true);
            } else if (!halved(open, request, batchRefused)) {
                alone.addAll(request.cards());
            }
            open.finished(request);
        }
    }
}
