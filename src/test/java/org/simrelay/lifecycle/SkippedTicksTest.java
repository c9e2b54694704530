package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Failures;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;

/** What was due and did not begin has one end, and no start finds it open again. */
class SkippedTicksTest {

    private static final String POLL = "iotbos-usage";
    private static final Instant START = Instant.parse(TestSweeps.START);

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Settings settings = TestSweeps.settings(Map.of());
    private final Account account = new Accounts(settings, clock, clock, new Random(1)).of("iotbos", "main");
    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(kafka, clock, System::nanoTime);
    private final Accounts accounts = new Accounts(settings, clock, clock, new Random(1));
    private final SweepListener silent = new SweepListener() {};
    private final InterruptedSweeps interrupted = new InterruptedSweeps(accounts, new Failures(clock), clock, silent);
    private final SkippedTicks skipped = new SkippedTicks(
            interrupted,
            silent,
            TestEnds.of(
                    settings,
                    new RunningSweeps(),
                    new Mappings(new RouteFiles(Path.of("routes"), settings), Json.MAPPER.writer()),
                    ledgers,
                    clock,
                    silent),
            clock);

    @AfterEach
    void close() {
        ledgers.close();
    }

    private Sweep running(int minute, boolean timed) {
        Instant at = START.plusSeconds(60L * minute);
        Sweep sweep = new Sweep(new SweepId(POLL, at), account, at, null);
        if (timed) {
            sweep.stopSwitch().timed();
        }
        return sweep;
    }

    /** A sweep on a timer, cut at 8:00, is to go on beside this one. */
    private void goesOnBeside(Sweep before) {
        SweepId id = new SweepId(POLL, START);
        Checkpoint cut = new Checkpoint(id, START, true, true, Progress.NONE, 100L, 60, 0, 3, 0, 0, START);
        skipped.passOver(before, interrupted.resume(cut), PollRun.resume(cut));
    }

    /** Whether the poll's place, as it was written then, is open. */
    private List<Boolean> places() {
        return kafka.committed().stream()
                .filter(record -> record.topic().equals("sim.checkpoints") && POLL.equals(record.key()))
                .map(record -> json(record.value()).path("open").asBoolean())
                .toList();
    }

    private static JsonNode json(@Nullable String value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new AssertionError(value, e);
        }
    }

    @Test
    void onesPlaceIsClosedWhereOneByHandRunsWhichHasAPlaceOfItsOwn() {
        goesOnBeside(running(1, false));
        assertThat(places()).containsExactly(false);
    }

    @Test
    void thePlaceIsTheLaterOnesWhereATimerBeganIt() {
        goesOnBeside(running(1, true));
        assertThat(places()).isEmpty();
        assertThat(kafka.committed()).extracting(FakeLedgerKafka.Committed::id).contains(POLL + "@" + START + "/ended");
    }
}
