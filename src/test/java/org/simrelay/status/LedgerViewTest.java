package org.simrelay.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.simrelay.status.LedgerRecords.AT;
import static org.simrelay.status.LedgerRecords.at;
import static org.simrelay.status.LedgerRecords.checkpoint;
import static org.simrelay.status.LedgerRecords.failure;
import static org.simrelay.status.LedgerRecords.inPartition;
import static org.simrelay.status.LedgerRecords.owner;
import static org.simrelay.status.LedgerRecords.record;
import static org.simrelay.status.LedgerRecords.sweep;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.simrelay.kafka.Topics;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.SweepId;

/** What the ledger says of polls, whatever came between. */
class LedgerViewTest {

    private static final String POLL = "iotbos-usage";

    private final LedgerView view = new LedgerView();

    private static SweepId id(int minute) {
        return new SweepId(POLL, AT.plusSeconds(60L * minute));
    }

    @Test
    void theLastCompleteSweepStaysThoughLaterOnesFallShort() {
        view.accept(sweep(id(0), null, AT));
        view.accept(sweep(id(0), "complete", AT.plusSeconds(50)));
        view.accept(sweep(id(1), null, AT.plusSeconds(60)));
        view.accept(sweep(id(1), "partial", "a card is refused", AT.plusSeconds(100)));
        view.accept(sweep(id(2), "skipped", "paused", AT.plusSeconds(120)));
        PollHistory history = view.history(POLL);
        assertThat(history.complete()).extracting(SweepFact::endedAt).isEqualTo(AT.plusSeconds(50));
        assertThat(history.end()).extracting(SweepFact::outcome).isEqualTo("skipped");
        assertThat(history.begun()).isNull();
    }

    @Test
    void whatCameLaterCountsThoughTheClockWasSetBackMeanwhile() {
        view.accept(at(3, 10, sweep(id(30), "complete", AT.plusSeconds(1_850))));
        view.accept(at(3, 11, sweep(id(10), null, AT.plusSeconds(600))));
        view.accept(at(3, 12, sweep(id(10), "complete", AT.plusSeconds(650))));
        PollHistory history = view.history(POLL);
        assertThat(history.complete()).extracting(SweepFact::endedAt).isEqualTo(AT.plusSeconds(650));
        assertThat(history.end()).extracting(SweepFact::sweep).isEqualTo(id(10).toString());
        assertThat(history.begun()).isNull();
        // one that comes again was there before
        view.accept(at(3, 10, sweep(id(30), "complete", AT.plusSeconds(1_850))));
        assertThat(view.history(POLL).end()).extracting(SweepFact::sweep).isEqualTo(id(10).toString());
    }

    @Test
    void ofTwoPartitionsTheTimeTells() {
        view.accept(at(3, 1, sweep(id(10), "complete", AT.plusSeconds(650))));
        view.accept(at(1, 90, sweep(id(0), "partial", AT.plusSeconds(50))));
        assertThat(view.history(POLL).end()).extracting(SweepFact::sweep).isEqualTo(id(10).toString());
    }

    @Test
    void aReplayOfSomeCardsMakesNoPollComplete() {
        SweepId replay = new SweepId(POLL, "main", AT, true);
        view.accept(sweep(replay, "complete", AT));
        assertThat(view.history(POLL).complete()).isNull();
        assertThat(view.history(POLL).end()).extracting(SweepFact::outcome).isEqualTo("complete");
    }

    @Test
    void whatBeganAndHasNoEndIsRemembered() {
        view.accept(sweep(id(0), null, AT));
        view.accept(sweep(id(1), "skipped", "the last one still runs", AT.plusSeconds(60)));
        assertThat(view.history(POLL).begun()).extracting(SweepFact::sweep).isEqualTo(id(0).toString());
    }

    @Test
    void eachAccountIsByItself() {
        SweepId second = new SweepId(POLL, "second", AT);
        view.accept(sweep(second, "failed", "denied", AT));
        view.accept(failure(second, 1, "open", "1", "2"));
        assertThat(view.history(POLL)).isEqualTo(PollHistory.NONE);
        assertThat(view.open(POLL)).isEqualTo(OpenTotal.NONE);
        assertThat(view.open(POLL + ".second")).isEqualTo(new OpenTotal(1, 2));
        assertThat(view.newestOpen()).singleElement().satisfies(item -> {
            assertThat(item.account()).isEqualTo("second");
            assertThat(item.cards()).containsExactly("1", "2");
            assertThat(item.outcome()).isEqualTo("rejected");
        });
    }

    @Test
    void whateverIsNotOpenAnyMoreIsClosed() {
        for (int part = 1; part <= 4; part++) {
            view.accept(failure(id(0), part, "open", "1"));
        }
        view.accept(failure(id(0), 1, "done", "1"));
        view.accept(failure(id(0), 2, "superseded", "1"));
        view.accept(failure(id(0), 3, null));
        assertThat(view.open()).isEqualTo(new OpenTotal(1, 1));
    }

    @Test
    void whatIsNoneOfOursIsCountedAndPassedOver() {
        view.accept(record(Topics.SWEEPS, "x", "no JSON", AT));
        view.accept(record(Topics.SWEEPS, "x", "{}", AT));
        view.accept(record(Topics.FAILURES, null, "{\"id\":1}", AT));
        assertThat(view.unreadable()).isEqualTo(3);
        assertThat(view.histories()).isEmpty();
    }

    @Test
    void statusTellsOfPollsThatNeverRanAndOfThoseThatAreGone() {
        view.accept(sweep(id(0), "complete", AT));
        assertThat(PollStatus.of(view, Set.of("cmiot-arrearage"), Map.of()))
                .extracting(PollStatus::key, PollStatus::here)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cmiot-arrearage", true),
                        org.assertj.core.groups.Tuple.tuple(POLL, false));
    }

    private static Checkpoint place(SweepId sweep, boolean open, long acknowledged) {
        return new Checkpoint(sweep, AT, true, open, Progress.NONE, 100L, acknowledged, 0, 1, 0, 0, AT);
    }

    private void say(String key, Checkpoint place, int second) {
        view.accept(checkpoint(key, place.json(Json.MAPPER.createObjectNode()).toString(), AT.plusSeconds(second)));
    }

    @Test
    void aSweepOfAnotherProcessStandsAtItsLastCheckpointUntilItsEnd() {
        say(POLL, place(id(0), true, 10), 0);
        say(POLL, place(id(0), true, 40), 1);
        assertThat(view.running(POLL)).extracting(Checkpoint::acknowledged).isEqualTo(40L);
        assertThat(view.running(POLL + ".second")).isNull();
        // one by hand, which is over when its place is gone
        say(id(3).toString(), place(id(3), true, 5), 2);
        assertThat(view.running(POLL)).extracting(Checkpoint::sweep).isEqualTo(id(3));
        view.accept(checkpoint(id(3).toString(), null, AT.plusSeconds(3)));
        assertThat(view.running(POLL)).extracting(Checkpoint::sweep).isEqualTo(id(0));
        say(POLL, place(id(0), false, 100), 4);
        assertThat(view.running(POLL)).isNull();
    }

    @Test
    void anOlderPlaceInAnotherPartitionIsPassedOver() {
        say(POLL, place(id(1), false, 100), 60);
        String older =
                place(id(0), true, 10).json(Json.MAPPER.createObjectNode()).toString();
        ConsumerRecord<String, byte[]> stale = checkpoint(POLL, older, AT);
        view.accept(inPartition(7, stale));
        assertThat(view.running(POLL)).isNull();
    }

    @Test
    void whoHasAnAccountIsWhoWroteItLast() {
        Owner one = new Owner("/iotbos/main", "one:8077", "one", AT, null, 0);
        view.accept(owner(one));
        assertThat(view.owner("/iotbos/main")).isEqualTo(one);
        view.accept(owner(one.givenBack(AT.plusSeconds(9), 0)));
        assertThat(view.owner("/iotbos/main")).extracting(Owner::until).isEqualTo(AT.plusSeconds(9));
        Owner two = new Owner("/iotbos/main", "two:8077", "two", AT.plusSeconds(10), null, 0);
        view.accept(owner(two));
        assertThat(view.owners()).containsOnly(org.assertj.core.api.Assertions.entry("/iotbos/main", two));
        assertThat(PollStatus.of(view, Set.of(POLL), view.owners()).get(0).owner())
                .isEqualTo(two);
        assertThat(view.unreadable()).isZero();
    }

    @Test
    void whatElseIsRememberedSaysNothingHere() {
        view.accept(checkpoint(POLL + "/cards", "{\"cards\":3}", AT));
        view.accept(checkpoint("/iotbos/main", "{\"day\":\"2026-11-22\",\"requests\":3}", AT));
        view.accept(checkpoint("untold/x", "{}", AT));
        assertThat(view.unreadable()).isZero();
        assertThat(view.running(POLL)).isNull();
    }
}
