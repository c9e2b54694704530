package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simrelay.RecordSchemas;
import org.simrelay.TestSweeps;
import org.simrelay.kafka.Event;
import org.simrelay.records.Json;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.ListedCards;
import org.simrelay.sweep.Sweep;

/** A card that was told to be on a list, and is not there any more, is found; once, and after a restart too. */
class DeparturesTest {

    private static final Instant NOW = Instant.parse(TestSweeps.START);

    private Departures departures = new Departures();
    private final List<LedgerEntry> said = new ArrayList<>();

    /** A sweep that saw these cards; gives those that had left. */
    private List<String> complete(String... cards) {
        Sweep sweep = begun(true, cards);
        List<String> gone = departures.gone(sweep);
        departures.told(sweep);
        said.addAll(departures.ended(sweep, NOW));
        return gone;
    }

    private void fellShort(String... cards) {
        said.addAll(departures.ended(begun(true, cards), NOW));
    }

    private Sweep begun(boolean tells, String... cards) {
        Sweep sweep = TestSweeps.of("cmiot-arrearage");
        departures.begin(sweep, tells);
        sweep.counts().acknowledged(List.of(cards));
        return sweep;
    }

    /** Another process, which knows what was said alone. */
    private void restart() throws Exception {
        ListedParts parts = new ListedParts();
        for (LedgerEntry entry : said) {
            Event event = entry.event();
            if (event != null) {
                JsonNode value = Json.MAPPER.readTree(event.value());
                assertThat(RecordSchemas.problems("sim.checkpoints", value.toString()))
                        .isEmpty();
                parts.add(value);
            }
        }
        departures = new Departures();
        departures.restore(parts.all());
    }

    private static int bytes(LedgerEntry entry) {
        Event event = entry.event();
        return event == null ? 0 : event.value().length;
    }

    @Test
    void aCardOfTheInventoryThatFailsIsThere() {
        complete("1", "2", "3");
        Sweep sweep = TestSweeps.of("cmiot-arrearage");
        departures.beginByInventory(sweep, true);
        sweep.counts().acknowledged(List.of("1"));
        assertThat(departures.hasNoted(sweep, 2)).isFalse();
        sweep.counts().failed(1, 1, List.of("2"));
        assertThat(departures.hasNoted(sweep, 2)).isTrue();
        assertThat(departures.gone(sweep)).containsExactly("3");
        departures.told(sweep);
        said.addAll(departures.ended(sweep, NOW));
        assertThat(complete("1")).containsExactly("2");
    }

    @Test
    void theFirstCompleteSweepKnowsOfNoneThatLeft() {
        assertThat(complete("1", "2")).isEmpty();
    }

    @Test
    void aCardThatLeftIsToldOnce() {
        complete("1", "2", "3");
        assertThat(complete("1", "4")).containsExactly("2", "3");
        assertThat(complete("1", "4")).isEmpty();
        assertThat(complete()).containsExactly("1", "4");
        assertThat(complete()).isEmpty();
    }

    @Test
    void asManyOtherCardsAreNotTheSameList() {
        complete("1", "4");
        assertThat(complete("2", "3")).containsExactly("1", "4");
        assertThat(complete("3", "2")).isEmpty();
    }

    private Map<String, ListedCards> inKafka() throws Exception {
        ListedParts parts = new ListedParts();
        for (LedgerEntry entry : said) {
            Event event = entry.event();
            if (event != null) {
                parts.add(Json.MAPPER.readTree(event.value()));
            }
        }
        return parts.all();
    }

    @Test
    void aListThatWaitsForKafkaIsNotTakenBackAndOneThatAnotherProcessWroteIsTaken() throws Exception {
        complete("1", "2");
        Map<String, ListedCards> before = inKafka();
        Sweep waits = begun(true, "1", "3");
        assertThat(departures.gone(waits)).containsExactly("2");
        departures.told(waits);
        said.addAll(departures.ended(waits, NOW));
        // Kafka answers again, and has not that end yet
        departures.takenOver("/cmiot/main", before, sweep -> false);
        assertThat(complete("1")).containsExactly("3");
        departures.takenOver("/cmiot/other", before, sweep -> true);
        assertThat(complete("1")).isEmpty();
        departures.takenOver("/cmiot/main", before, sweep -> true);
        assertThat(complete("1")).containsExactly("2");
    }

    @Test
    void whatIsSaidMayBeTakenBackByAnotherProcess() throws Exception {
        complete("1", "2");
        Map<String, ListedCards> before = inKafka();
        Sweep said = begun(true, "1", "3");
        departures.told(said);
        assertThat(departures.ended(said, NOW)).isNotEmpty();
        departures.said(said);
        departures.takenOver("/cmiot/main", before, sweep -> false);
        assertThat(complete("1")).containsExactly("2");
    }

    @Test
    void aListThatStaysAsItIsIsNotWrittenAgain() {
        complete("1", "2");
        int written = said.size();
        complete("2", "1");
        assertThat(said).hasSize(written).isNotEmpty();
    }

    @Test
    void aSweepThatFellShortForgetsNoCardAndItsOwnAreKnownToo() {
        complete("1", "2");
        fellShort("2", "3");
        assertThat(complete("2")).containsExactly("1", "3");
    }

    @Test
    void whatCouldNotBeToldIsToldByTheNext() {
        complete("1", "2");
        Sweep untold = begun(true, "1");
        assertThat(departures.gone(untold)).containsExactly("2");
        said.addAll(departures.ended(untold, NOW));
        assertThat(complete("1")).containsExactly("2");
    }

    @Test
    void aReplayTellsNoneAndItsCardsAreKnown() {
        complete("1");
        Sweep replay = begun(false, "5");
        assertThat(departures.tells(replay)).isFalse();
        said.addAll(departures.ended(replay, NOW));
        assertThat(complete("1")).containsExactly("5");
    }

    @Test
    void aRestartKnowsThemToo() throws Exception {
        complete("1", "2", "3");
        fellShort("4");
        restart();
        assertThat(complete("1")).containsExactly("2", "3", "4");
    }

    @Test
    void threeHundredThousandTakeAMegabyteAndWhatShrinksLeavesNoPartBehind() throws Exception {
        String[] all = IntStream.range(0, 300_000)
                .mapToObj(i -> String.valueOf(1_064_800_000_000L + i * 7919L % 10_000_000))
                .toArray(String[]::new);
        complete(all);
        assertThat(said).hasSize(150);
        assertThat(said.stream().mapToInt(DeparturesTest::bytes)).allMatch(bytes -> bytes < 15_000);
        assertThat(said.stream().mapToInt(DeparturesTest::bytes).sum()).isLessThan(2_000_000);
        restart();
        said.clear();
        assertThat(complete(all[0])).hasSize(299_999);
        assertThat(said).hasSize(150);
        assertThat(said.stream().filter(entry -> entry.event() == null)).hasSize(149);
    }

    @Test
    void numbersThatHardlyCompressTakeMorePartsAndNoLargerOnes() throws Exception {
        Random random = new Random(7);
        String[] all = IntStream.range(0, 5_000)
                .mapToObj(i -> Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()))
                .toArray(String[]::new);
        complete(all);
        assertThat(said.stream().mapToInt(DeparturesTest::bytes)).allMatch(bytes -> bytes < 15_000);
        restart();
        assertThat(complete(all[0])).hasSize(4_999);
    }

    @Test
    void anUnwatchedSweepCostsNothing() {
        Sweep sweep = TestSweeps.of("iotbos-usage");
        assertThat(departures.tells(sweep)).isFalse();
        assertThat(departures.ended(sweep, NOW)).isEmpty();
    }

    @Test
    void ofThoseThatWereToldTheNextOneTellsNone() throws Exception {
        complete("1", "2", "3", "4");
        Sweep sweep = begun(true, "4");
        assertThat(departures.gone(sweep)).containsExactly("1", "2", "3");
        departures.told(sweep, List.of("1", "3"));
        said.addAll(departures.ended(sweep, NOW));
        restart();
        assertThat(complete("4")).containsExactly("2");
        assertThat(complete("4")).isEmpty();
    }
}
