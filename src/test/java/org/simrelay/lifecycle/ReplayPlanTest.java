package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.records.Json;

/** What a replay would ask is said before it asks. */
class ReplayPlanTest {

    private final ReplayPlan plan = new ReplayPlan(new Replay.Runner() {
        @Override
        public boolean has(String poll) {
            return !poll.equals("gone-poll");
        }

        @Override
        public boolean hasAccount(String poll, String account) {
            return !account.equals("gone");
        }

        @Override
        public boolean isStopping() {
            return false;
        }

        @Override
        public boolean asksByTime(String poll) {
            return false;
        }

        @Override
        public int cardsPerRequest(String poll) {
            return poll.startsWith("iotbos-") ? 50 : 0;
        }

        @Override
        public void run(String poll, PollRun run) {
            throw new UnsupportedOperationException("nothing is asked yet");
        }
    });

    private void open(String key, String poll, @Nullable List<String> cards) {
        plan.add(new OpenFailure("id", key + "@2026-11-22T08:00:00Z", poll, cards, Json.MAPPER.createObjectNode()));
    }

    @Test
    void cardsThatFailedTwiceAreAskedOnce() {
        List<String> cards = IntStream.range(0, 51).mapToObj(i -> "card-" + i).toList();
        open("iotbos-usage", "iotbos-usage", cards);
        open("iotbos-usage", "iotbos-usage", cards.subList(0, 10));
        assertThat(plan.lines()).containsExactly("iotbos-usage: 51 cards in 2 requests or more for 2 failures");
    }

    @Test
    void whatNamesNoCardsAndAListAreWholeSweeps() {
        open("iotbos-usage", "iotbos-usage", null);
        open("iotbos-usage", "iotbos-usage", List.of("1"));
        open("cmiot-arrearage", "cmiot-arrearage", List.of("1"));
        assertThat(plan.lines())
                .containsExactly(
                        "cmiot-arrearage: a whole sweep for 1 failure, since the vendor gives its cards as a list",
                        "iotbos-usage: a whole sweep for 2 failures, since 1 of them does not name the cards");
    }

    @Test
    void whatIsNotHereIsNotAsked() {
        open("gone-poll", "gone-poll", List.of("1"));
        open("iotbos-usage.gone", "iotbos-usage", List.of("1"));
        assertThat(plan.lines()).hasSize(2).allMatch(line -> line.contains(": nothing is asked for 1 failure: "));
        assertThat(plan.lines().get(1)).startsWith("iotbos-usage.gone: ");
    }
}
