package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Accounts;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Failures;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.Json;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;

/** A sweep that is ended in its name: no partial without a failure record, and what was published counts. */
class InterruptedSweepsTest {

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Ledgers ledgers = new Ledgers(new FakeLedgerKafka(), clock, System::nanoTime);
    private final InterruptedSweeps cut = new InterruptedSweeps(
            new Accounts(TestSweeps.settings(Map.of()), clock, clock, new Random(1)),
            new Failures(clock),
            clock,
            new SweepListener() {});

    @AfterEach
    void close() {
        ledgers.close();
    }

    private static Checkpoint at(String poll, Progress progress, @Nullable Long expected, long acknowledged) {
        Instant start = Instant.parse(TestSweeps.START);
        return new Checkpoint(
                new SweepId(poll, start), start, true, true, progress, expected, acknowledged, 0, 3, 0, 0, start);
    }

    private static JsonNode value(List<LedgerEntry> entries, String topic) {
        return entries.stream()
                .filter(entry -> entry.topic().equals(topic))
                .map(entry -> json(Objects.requireNonNull(entry.event()).text()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing in " + topic + ": " + entries));
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void oneThatWasKilledBeforeItsFirstCheckpointSaysThatNobodyKnowsHowMany() {
        List<LedgerEntry> end = cut.end(at("iotbos-usage", Progress.NONE, null, 0), "cut");
        assertThat(value(end, "sim.failures").path("count").isNull()).isTrue();
        assertThat(value(end, "sim.failures").path("cards").isNull()).isTrue();
        assertThat(value(end, "sim.sweeps").path("outcome").asText()).isEqualTo("partial");
        assertThat(value(end, "sim.checkpoints").path("open").asBoolean()).isFalse();
    }

    @Test
    void whatWasAcknowledgedOfASweepOfPagesIsCounted() {
        List<LedgerEntry> end = cut.end(at("cmiot-arrearage", Progress.NONE, 100L, 60), "cut");
        JsonNode ended = value(end, "sim.sweeps");
        assertThat(ended.path("published").asInt()).isEqualTo(60);
        assertThat(ended.path("failed").asInt()).isEqualTo(40);
        assertThat(value(end, "sim.failures").path("count").asInt()).isEqualTo(40);
    }

    @Test
    void aSweepOfPagesIsNeverCalledCompleteInItsName() {
        List<LedgerEntry> end = cut.end(at("cmiot-arrearage", Progress.NONE, 60L, 60), "cut");
        assertThat(value(end, "sim.sweeps").path("outcome").asText()).isEqualTo("partial");
        assertThat(value(end, "sim.failures").path("count").isNull()).isTrue();
    }

    @Test
    void oneOfWhichEachCardWasAcknowledgedIsComplete() {
        List<LedgerEntry> end = cut.end(at("iotbos-usage", new Progress("f", 2, 100, 0), 100L, 100), "cut");
        assertThat(value(end, "sim.sweeps").path("outcome").asText()).isEqualTo("complete");
        assertThat(end).noneMatch(entry -> entry.topic().equals("sim.failures"));
    }

    @Test
    void itsFailuresUpToTheCheckpointCountAndTheRestIsOneRecord() {
        List<LedgerEntry> end = cut.end(at("iotbos-usage", new Progress("f", 1, 48, 2), 100L, 60), "cut");
        JsonNode ended = value(end, "sim.sweeps");
        assertThat(ended.path("published").asInt()).isEqualTo(60);
        assertThat(ended.path("failed").asInt()).isEqualTo(40);
        assertThat(value(end, "sim.failures").path("count").asInt()).isEqualTo(38);
    }
}
