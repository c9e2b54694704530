package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Failures;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;

/** What a paused poll does at its ticks, and what it still does by hand. */
class PausesTest {

    private static final String POLL = "iotbos-usage";

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(kafka, clock, System::nanoTime);
    private final List<String> skipped = new ArrayList<>();
    private final Sweeps sweeps = sweeps();

    @AfterEach
    void close() {
        ledgers.close();
    }

    private Sweeps sweeps() {
        Settings settings = TestSweeps.settings(Map.of());
        SweepListener listener = new SweepListener() {
            @Override
            public void skipped(Sweep sweep, SweepEnd end) {
                skipped.add(sweep + " " + end.reason());
            }
        };
        Accounts accounts = new Accounts(settings, clock, clock, new Random(1));
        Failures failures = new Failures(clock);
        Mappings mappings = new Mappings(new RouteFiles(Path.of("routes"), settings), Json.MAPPER.writer());
        RunningSweeps running = new RunningSweeps();
        SweepEnds ends = TestEnds.of(settings, running, mappings, ledgers, clock, listener);
        InterruptedSweeps interrupted = new InterruptedSweeps(accounts, failures, clock, listener);
        return new Sweeps(interrupted, accounts, mappings, ends, running, ledgers, clock, listener);
    }

    private PollRun tick(Instant at) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("scheduledFireTime", Date.from(at));
        return ExchangeRun.of(exchange, at);
    }

    private static Instant minute(int minute) {
        return Instant.parse(TestSweeps.START).plusSeconds(60L * minute);
    }

    @Test
    void eachTickIsOneSkippedRecordUntilItIsResumed() {
        sweeps.pauses().pause(POLL, clock.instant());
        assertThat(sweeps.start(POLL, "main", tick(minute(0)))).isNull();
        assertThat(sweeps.start(POLL, "main", tick(minute(1)))).isNull();
        // the same tick again, of a timer that was made anew
        assertThat(sweeps.start(POLL, "main", tick(minute(1)))).isNull();
        assertThat(skipped).containsExactly(POLL + "@" + minute(0) + " paused", POLL + "@" + minute(1) + " paused");
        List<FakeLedgerKafka.Committed> told = kafka.committed().stream()
                .filter(one -> one.topic().equals("sim.sweeps"))
                .toList();
        assertThat(told).hasSize(2);
        assertThat(told)
                .extracting(FakeLedgerKafka.Committed::id)
                .containsExactly(POLL + "@" + minute(0) + "/ended", POLL + "@" + minute(1) + "/ended");
        sweeps.pauses().resume(POLL);
        assertThat(sweeps.start(POLL, "main", tick(minute(2)))).isNotNull();
    }

    @Test
    void anotherPollAndASweepByHandAreNotPaused() {
        sweeps.pauses().pause(POLL, clock.instant());
        assertThat(sweeps.start("iotbos-state", "main", tick(minute(0)))).isNotNull();
        assertThat(sweeps.start(POLL, "main", PollRun.byHand(minute(0), "main")))
                .isNotNull();
        assertThat(skipped).isEmpty();
    }

    @Test
    void aSweepThatRunsIsFoundByItsKey() {
        Sweep sweep = sweeps.start(POLL, "main", PollRun.byHand(minute(0), "main"));
        assertThat(sweeps.running().of(POLL)).isSameAs(sweep);
        assertThat(sweeps.running().of("iotbos-state")).isNull();
        sweeps.whileIdle("iotbos-state", () -> assertThat(sweeps.running().of("iotbos-state"))
                .as("a place that is only held")
                .isNull());
    }

    @Test
    void whatAnAccountHadPausedEndsWhenItGoesToAnotherProcess() {
        Pauses pauses = new Pauses();
        for (String key : List.of("iotbos-usage", "iotbos-state", "iotbos-usage.north", "cmiot-arrearage")) {
            pauses.pause(key, clock.instant());
        }
        assertThat(pauses.resumeAll("/iotbos/main")).containsExactlyInAnyOrder("iotbos-usage", "iotbos-state");
        assertThat(pauses.since("iotbos-usage")).isNull();
        assertThat(pauses.since("iotbos-usage.north")).isNotNull();
        assertThat(pauses.since("cmiot-arrearage")).isNotNull();
        assertThat(pauses.resumeAll("/iotbos/main")).isEmpty();
    }

    @Test
    void aSweepThatAServiceWasAskedForGoesOnElsewhereAndOneOfACommandDoesNot() {
        Sweep asked = Objects.requireNonNull(sweeps.start(POLL, "main", PollRun.byHand(minute(0), "main")));
        asked.stopSwitch().suspend("its account goes to another process");
        assertThat(asked.stopSwitch().isSuspended()).isTrue();
        assertThat(asked.stopSwitch().isTimed()).isFalse();
        Sweep ofCommand = Objects.requireNonNull(sweeps.start("iotbos-state", "main", PollRun.byHand(minute(1))));
        ofCommand.stopSwitch().suspend("stopping");
        assertThat(ofCommand.stopSwitch().isSuspended()).isFalse();
    }
}
