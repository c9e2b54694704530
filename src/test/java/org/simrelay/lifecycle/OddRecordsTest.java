package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Accounts;
import org.simrelay.kafka.TopicReader;
import org.simrelay.kafka.Topics;
import org.simrelay.records.Failures;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.Json;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Takeover;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepListener;

/** Whatever stands in the ledger's topics, nobody is kept from starting, sweeping or ending by it. */
@Timeout(120)
class OddRecordsTest {

    private static final String POLL = "cmiot-arrearage";
    private static final Instant NOW = Instant.parse(TestSweeps.START);
    private static final List<String> KEYS = List.of(
            POLL,
            "gone-usage",
            "x",
            POLL + "/cards",
            POLL + "/complete",
            POLL + "/skipped",
            POLL + "/listed/0",
            POLL + "/listed/x",
            POLL + "/values",
            POLL + "/values/0",
            "/cmiot/main",
            "//",
            "owner/cmiot/main",
            "untold/x");

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Ledgers ledgers = new Ledgers(new FakeLedgerKafka(), clock, System::nanoTime);
    private final Accounts accounts = new Accounts(TestSweeps.settings(Map.of()), clock, clock, new Random(1));

    @AfterEach
    void close() {
        ledgers.close();
    }

    private static ConsumerRecord<String, byte[]> record(String topic, String key, String value) {
        return new ConsumerRecord<>(topic, 0, 0, key, value.getBytes(StandardCharsets.UTF_8));
    }

    /** What a start, a take-over and a sweep make of it. */
    private void meet(List<ConsumerRecord<String, byte[]>> records) {
        SavedState state = new Checkpoints((topic, reader) -> records.forEach(reader), Json.MAPPER).read();
        assertThat(state.unfinished()).isNotNull();
        assertThat(state.lastTicks(account -> true)).isNotNull();
        assertThat(SavedState.only(state.cards(), account -> true)).hasSameSizeAs(state.cards());
        Takeover.Found found = SweepTakeover.found("/cmiot/main", state);
        assertThat(found.ended().test(POLL + "@2026-11-22T08:00:00Z")).isIn(true, false);
        InterruptedSweeps interrupted =
                new InterruptedSweeps(accounts, new Failures(clock), clock, new SweepListener() {});
        state.open().forEach(cut -> assertThat(interrupted.end(cut, "cut")).isNotEmpty());
        Departures departures = new Departures();
        departures.restore(state.listed());
        Changes changes = new Changes(ledgers, clock);
        changes.restore(state.values(), account -> true);
        Sweep sweep = TestSweeps.of(POLL);
        departures.begin(sweep, true);
        changes.begin(sweep, 48, false);
        sweep.counts().acknowledged(List.of("1064800000001"));
        assertThat(departures.gone(sweep)).isNotNull();
        List<LedgerEntry> end = new ArrayList<>(departures.ended(sweep, NOW));
        end.addAll(changes.left(sweep));
        assertThat(end).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "null",
                "[]",
                "{}",
                "7",
                "{\"poll\":\"cmiot-arrearage\",\"part\":0,\"parts\":1,\"cards\":\"AAAA\",\"values\":\"AAAA\"}",
                "{\"poll\":\"cmiot-arrearage\",\"part\":0,\"parts\":1,\"cards\":\"H4sIAAAAAAAA\",\"values\":\"\"}",
                "{\"poll\":\"cmiot-arrearage\",\"publishing\":false,\"sweeps\":0,\"parts\":2147483647}",
                "{\"poll\":\"cmiot-arrearage\",\"publishing\":false,\"sweeps\":-1,\"parts\":-1}",
                "{\"poll\":\"gone-usage\",\"scheduledAt\":\"2026-11-22T08:00:00Z\",\"startedAt\":\"2026-11-22T08:00:00Z\","
                        + "\"open\":true,\"fingerprint\":\"\",\"batch\":-1,\"published\":-5,\"failed\":0,\"expected\":null,"
                        + "\"requests\":0,\"retries\":0,\"logins\":0}",
                "{\"poll\":\"x\",\"account\":\"A B\",\"scheduledAt\":\"2026-11-22T08:00:00Z\","
                        + "\"startedAt\":\"2026-11-22T08:00:00Z\",\"open\":true,\"fingerprint\":\"f\","
                        + "\"batch\":9223372036854775807,\"published\":0,\"failed\":0,\"expected\":-1,"
                        + "\"requests\":0,\"retries\":0,\"logins\":0}",
                "{\"account\":\"x\",\"day\":\"+999999999-01-01\",\"requests\":1}",
                "{\"order\":1,\"account\":\"/cmiot/main\",\"sweep\":\"x\",\"topic\":\"sim.sweeps\",\"key\":\"x\","
                        + "\"value\":7,\"headers\":{\"ce_id\":7}}",
            })
    void aPlaceOfAnyKindMayHoldIt(String value) {
        for (String key : KEYS) {
            meet(List.of(record(Topics.CHECKPOINTS, key, value)));
        }
    }

    @Test
    void aFailureOfOddCardsIsPassedOver() {
        String odd =
                "{\"id\":\"cmiot-arrearage@2026-11-22T08:00:00Z/page-1\",\"sweep\":\"cmiot-arrearage@2026-11-22T08:00:00Z\","
                        + "\"poll\":\"cmiot-arrearage\",\"status\":\"open\",\"cards\":[7,null,{}]}";
        TopicReader topics = (topic, reader) -> reader.accept(record(Topics.FAILURES, "x", odd));
        OpenFailures open = new OpenFailures(topics, Json.MAPPER, (String) null);
        assertThat(open.next()).isEmpty();
    }
}
