package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.records.ListedCards;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;

/** A sweep has its place until its end stands before all that the next one says. */
class SweepEndsTest {

    private static final String POLL = "iotbos-usage";

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(kafka, clock, System::nanoTime);
    private final RunningSweeps running = new RunningSweeps();
    private final List<Runnable> whileEnding = new ArrayList<>();
    private final SweepListener listener = new SweepListener() {
        @Override
        public void ended(Sweep sweep, SweepEnd end) {
            whileEnding.forEach(Runnable::run);
        }
    };
    private final Departures departures = new Departures();
    private final SweepEnds ends = ends();

    @AfterEach
    void close() {
        ledgers.close();
    }

    private SweepEnds ends() {
        Settings settings = TestSweeps.settings(Map.of());
        Mappings mappings = new Mappings(new RouteFiles(Path.of("routes"), settings), Json.MAPPER.writer());
        return TestEnds.of(settings, running, mappings, ledgers, clock, listener, departures);
    }

    private Sweep begun(int minute) {
        Instant at = Instant.parse(TestSweeps.START).plusSeconds(60L * minute);
        Accounts accounts = new Accounts(TestSweeps.settings(Map.of()), clock, clock, new Random(1));
        SweepId id = new SweepId(POLL, at);
        Sweep sweep = new Sweep(id, accounts.of("iotbos", "main"), at, null);
        running.begin(sweep, PollRun.byHand(at, "main"));
        return sweep;
    }

    @Test
    void theNextOneHasNoPlaceBeforeTheEndIsSaid() {
        Sweep first = begun(0);
        List<Sweep> inThePlace = new ArrayList<>();
        whileEnding.add(() -> {
            inThePlace.add(Objects.requireNonNull(running.of(POLL)));
            // nobody else ends it meanwhile
            assertThat(running.has(first)).isFalse();
            ends.end(first);
        });
        ends.end(first);
        assertThat(inThePlace).containsExactly(first);
        assertThat(running.list()).isEmpty();
        assertThat(kafka.committed()).extracting(FakeLedgerKafka.Committed::id).containsOnlyOnce(first + "/ended");
        Sweep second = begun(1);
        assertThat(running.has(second)).isTrue();
        // who was in the place before does not take it from this one
        running.end(first);
        assertThat(running.of(POLL)).isSameAs(second);
    }

    @Test
    void theEndIsSaidThoughWhatOnlySparesWorkBreaks() {
        departures.restore(Map.of(POLL, new ListedCards(List.of(new byte[] {1}))));
        Sweep sweep = begun(0);
        departures.begin(sweep, true);
        ends.end(sweep);
        assertThat(kafka.committed()).extracting(FakeLedgerKafka.Committed::id).contains(sweep + "/ended");
        assertThat(departures.tells(sweep)).isFalse();
    }

    @Test
    void anEndThatBreaksLeavesThePlaceFree() {
        Sweep first = begun(0);
        whileEnding.add(() -> {
            throw new IllegalStateException("broken");
        });
        try {
            ends.end(first);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("broken");
        }
        assertThat(running.list()).isEmpty();
    }
}
