package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Failures;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.Json;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.PageRequest;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepListener;

/** A sweep that has its place begins, or gives it back. */
class SweepsTest {

    private static final String POLL = "iotbos-usage";
    private static final Instant START = Instant.parse(TestSweeps.START);

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Settings settings = TestSweeps.settings(Map.of());
    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(kafka, clock, System::nanoTime);
    private final Accounts accounts = new Accounts(settings, clock, clock, new Random(1));
    private final RunningSweeps running = new RunningSweeps();
    private boolean breaks = true;
    private final SweepListener listener = new SweepListener() {
        @Override
        public void begun(Sweep sweep, boolean resumed) {
            if (breaks) {
                throw new IllegalStateException("a bug");
            }
        }
    };
    private final Sweeps sweeps = sweeps();

    @AfterEach
    void close() {
        ledgers.close();
    }

    private Sweeps sweeps() {
        Mappings mappings = new Mappings(new RouteFiles(Path.of("routes"), settings), Json.MAPPER.writer());
        SweepEnds ends = TestEnds.of(settings, running, mappings, ledgers, clock, listener);
        InterruptedSweeps interrupted = new InterruptedSweeps(accounts, new Failures(clock), clock, listener);
        return new Sweeps(interrupted, accounts, mappings, ends, running, ledgers, clock, listener);
    }

    @Test
    void oneThatCannotBeginIsEndedAndThePollRunsAgain() {
        assertThatThrownBy(() -> sweeps.start(POLL, "main", PollRun.byHand(START)))
                .hasMessage("a bug");
        assertThat(running.list()).isEmpty();
        assertThat(kafka.committed())
                .filteredOn(record -> record.id().equals(POLL + "@" + START + "/ended"))
                .singleElement()
                .satisfies(end -> assertThat(end.value()).contains("\"outcome\":\"failed\""));
        breaks = false;
        assertThat(sweeps.start(POLL, "main", PollRun.byHand(START.plusSeconds(60))))
                .isNotNull();
    }

    private String failure(@Nullable Sweep sweep) {
        PageRequest page = PageRequest.of(1, 1);
        LedgerEntry entry = new Failures(clock)
                .of(
                        Objects.requireNonNull(sweep),
                        page,
                        "/",
                        new RequestFailure(Outcome.INVALID, null, "a value"),
                        List.of("1064800000001"));
        return Objects.requireNonNull(entry.event()).id();
    }

    @Test
    void whatAResumedOneTellsOfARequestIsNotWhatTheEarlierRunMayHaveToldOfIt() {
        breaks = false;
        Set<String> ids = new HashSet<>();
        Sweep first = sweeps.start("cmiot-arrearage", "main", PollRun.byHand(START));
        ids.add(failure(first));
        running.end(Objects.requireNonNull(first));
        for (long requests : new long[] {1_200, 2_500}) {
            Checkpoint cut =
                    new Checkpoint(first.id(), START, true, true, Progress.NONE, null, 0, 0, requests, 0, 0, START);
            Sweep again = sweeps.start("cmiot-arrearage", "main", PollRun.resume(cut));
            ids.add(failure(again));
            running.end(Objects.requireNonNull(again));
        }
        assertThat(ids).hasSize(3).allMatch(id -> id.startsWith(first + "/page-1"));
    }
}
