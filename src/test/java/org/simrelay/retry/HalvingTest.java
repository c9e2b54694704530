package org.simrelay.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sorted;
import org.simrelay.sweep.Sweep;

/** A batch that is refused for its content is halved, as long as others are answered (DESIGN.md, halving). */
class HalvingTest {

    private final Refusal batchRefused = new Refusal(Outcome.BATCH, "21", "refused");

    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final Requests requests = sweep.from(new NoCards());

    private static Request batch(int cards) {
        return Request.ofBatch(
                1, IntStream.range(0, cards).mapToObj(i -> "card-" + i).toList());
    }

    private boolean halved(Request request, Refusal refusal) {
        return Halving.halved(sweep, requests, request, refusal);
    }

    @Test
    void theHalvesHaveAllItsCardsAndTriesOfTheirOwn() {
        Request whole = batch(5);
        whole.tries().failed();
        assertThat(halved(whole, batchRefused)).isTrue();
        assertThat(requests.following())
                .extracting(Request::cards)
                .containsExactly(List.of("card-0", "card-1"), List.of("card-2", "card-3", "card-4"));
        assertThat(requests.following()).allSatisfy(half -> {
            assertThat(half.tries().count()).isZero();
            assertThat(half.batch()).isEqualTo(1);
        });
    }

    @Test
    void aCardThatStandsAloneIsNotHalved() {
        assertThat(halved(batch(1), batchRefused)).isFalse();
        assertThat(requests.following()).isEmpty();
        assertThat(sweep.stopped()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BATCH")
    void onlyARefusalOfTheBatchHalvesIt(Outcome outcome) {
        assertThat(halved(batch(5), new Refusal(outcome, "1", "refused"))).isFalse();
        assertThat(requests.following()).isEmpty();
    }

    @Test
    void aSweepThatStoppedHalvesNothing() {
        sweep.stop("denied");
        assertThat(halved(batch(5), batchRefused)).isFalse();
        assertThat(requests.following()).isEmpty();
    }

    @Test
    void aVendorThatRefusesEveryBatchStopsTheSweep() {
        int refused = 0;
        while (refused < 1_000 && !sweep.stopped()) {
            refused++;
            halved(batch(50), batchRefused);
        }
        assertThat(refused).isBetween(2, 100);
        assertThat(sweep.stopReason()).contains("refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50, 10_000})
    void aBadCardIsFoundWhereverItStands(int size) {
        for (String bad : List.of("card-0", "card-" + size / 2, "card-" + (size - 1))) {
            assertThat(failed(batch(size), bad)).containsExactly(bad);
            assertThat(sweep.stopped()).isFalse();
            sweep.answered();
        }
    }

    /** Asks a vendor that refuses each batch with the bad card; gives the cards that stood alone at last. */
    private List<String> failed(Request whole, String bad) {
        List<String> alone = new ArrayList<>();
        Deque<Request> open = new ArrayDeque<>(List.of(whole));
        int known = requests.following().size();
        while (!open.isEmpty()) {
            Request request = open.removeFirst();
            if (!request.cards().contains(bad)) {
                sweep.answered();
            } else if (!halved(request, batchRefused)) {
                alone.addAll(request.cards());
            }
            List<Request> following = requests.following();
            open.addAll(following.subList(known, following.size()));
            known = following.size();
        }
        return alone;
    }

    private static final class NoCards implements CardSource {
        @Override
        public @Nullable Request next() {
            return null;
        }

        @Override
        public Sorted sort(Request request, Answer answer) {
            return new Sorted(answer.items(), List.of(), List.of(), List.of(), 0, 0);
        }

        @Override
        public void unread(Request request) {}

        @Override
        public @Nullable Long expected() {
            return null;
        }

        @Override
        public @Nullable Long unasked() {
            return null;
        }

        @Override
        public @Nullable String doubt() {
            return null;
        }

        @Override
        public void close() {}
    }
}
