package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.config.SettingsException;
import org.simrelay.records.Failures;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.FakeLedgerKafka.Committed;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** What stood open of a poll is closed by a later sweep that ran to its end, and by nothing else. */
class SupersedingTest {

    private static final Duration MOST = Duration.ofMinutes(1);
    private static final String BEFORE = "@2026-11-22T07:30:00Z";

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(kafka, clock, System::nanoTime);
    private final Failures failures = new Failures(clock);
    private final List<ConsumerRecord<String, byte[]>> earlier = new ArrayList<>();
    private final Superseding superseding =
            new Superseding(this::read, failures, ledgers, this::asksTheSame, Duration.ofDays(7), clock);
    private int reads;
    private boolean unreadable;
    private Runnable onRead = () -> {};
    private boolean sameQuestion = true;

    @BeforeEach
    void begin() {
        superseding.begin();
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    private boolean asksTheSame(String poll, Instant one, Instant other) {
        return sameQuestion;
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        reads++;
        if (unreadable) {
            throw new SettingsException("no broker");
        }
        earlier.forEach(reader);
        for (Committed record : kafka.committed()) {
            String value = record.value();
            reader.accept(record(
                    record.key(), value == null ? null : value.getBytes(StandardCharsets.UTF_8), clock.instant()));
        }
        onRead.run();
    }

    private static ConsumerRecord<String, byte[]> record(String id, byte @Nullable [] value, Instant at) {
        return new ConsumerRecord<>(
                "sim.failures",
                0,
                0,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                id,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private void stands(String id, String status, String sweep, Duration ago) {
        String key = sweep.substring(0, sweep.indexOf('@'));
        int dot = key.indexOf('.');
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("status", status)
                .put("sweep", sweep)
                .put("poll", dot < 0 ? key : key.substring(0, dot))
                .put("count", 3);
        value.putNull("cards");
        earlier.add(record(id, Json.bytes(value), clock.instant().minus(ago)));
    }

    private void open(String id, String sweep) {
        stands(id, "open", sweep, Duration.ofHours(1));
    }

    private Sweep ends(SweepResult result) {
        Sweep sweep = TestSweeps.of("iotbos-usage");
        superseding.ended(sweep, new SweepEnd(result, null));
        return sweep;
    }

    private List<String> said() {
        return kafka.committed().stream()
                .map(record -> record.value() == null ? record.key() + " forgotten" : record.id())
                .toList();
    }

    @Test
    void whatEarlierSweepsLeftOpenIsSupersededAsItStood() {
        open("f1", "iotbos-usage" + BEFORE);
        open("f2", "iotbos-usage@2026-11-22T07:41:12.345Z/replay");
        ends(SweepResult.PARTIAL);
        assertThat(said()).containsExactly("f1/superseded", "f2/superseded");
        assertThat(kafka.committed().get(0).value())
                .contains("\"status\":\"superseded\"", "\"count\":3", "\"sweep\":\"iotbos-usage" + BEFORE);
    }

    @Test
    void twoSweepsThatEndAtOnceCloseItOnce() {
        open("f1", "iotbos-usage" + BEFORE);
        Thread next = new Thread(() -> ends(SweepResult.COMPLETE));
        onRead = () -> {
            onRead = () -> {};
            failures.shortOf(TestSweeps.of("iotbos-usage"), 1L, "what lets the next one look too");
            next.start();
            await().atMost(MOST)
                    .until(() -> next.getState() == Thread.State.BLOCKED || next.getState() == Thread.State.TERMINATED);
        };
        ends(SweepResult.COMPLETE);
        await().atMost(MOST).until(() -> !next.isAlive());
        assertThat(said()).containsExactly("f1/superseded");
    }

    @Test
    void whatItsTopicRefusesToCloseIsNotSaidOnceMore() {
        open("f1", "iotbos-usage" + BEFORE);
        kafka.refuse(record -> record.topic().equals("sim.failures") ? new TopicAuthorizationException("no") : null);
        ends(SweepResult.COMPLETE);
        ends(SweepResult.COMPLETE);
        assertThat(kafka.committed()).extracting(Committed::key).containsExactly("untold/f1/superseded");
    }

    @Test
    void anotherAccountAnotherPollALaterSweepAndWhatIsClosedStayAsTheyAre() {
        open("other account", "iotbos-usage.east" + BEFORE);
        open("other poll", "iotbos-balance" + BEFORE);
        open("itself", "iotbos-usage@" + TestSweeps.START);
        open("later", "iotbos-usage@2026-11-22T08:10:00Z");
        stands("closed", "done", "iotbos-usage" + BEFORE, Duration.ofDays(6));
        ends(SweepResult.COMPLETE);
        assertThat(said()).isEmpty();
    }

    @Test
    void aSweepThatFailedOrWasSkippedSupersedesNothing() {
        open("f1", "iotbos-usage" + BEFORE);
        ends(SweepResult.FAILED);
        ends(SweepResult.SKIPPED);
        assertThat(said()).isEmpty();
        ends(SweepResult.COMPLETE);
        assertThat(said()).containsExactly("f1/superseded");
    }

    @Test
    void whatWasAskedOfAnotherDayStaysOpen() {
        sameQuestion = false;
        open("yesterday", "iotbos-usage" + BEFORE);
        ends(SweepResult.COMPLETE);
        assertThat(said()).isEmpty();
    }

    @Test
    void thousandsAreSupersededEach() {
        for (int i = 0; i < 6_000; i++) {
            open("f" + i, "iotbos-usage" + BEFORE);
        }
        ends(SweepResult.COMPLETE);
        assertThat(said()).hasSize(6_000).doesNotHaveDuplicates().allMatch(id -> id.endsWith("/superseded"));
    }

    @Test
    void whereNothingIsOpenTheTopicIsNotReadAgainUntilAFailureIsMade() {
        ends(SweepResult.COMPLETE);
        int once = reads;
        Sweep sweep = ends(SweepResult.COMPLETE);
        assertThat(reads).isEqualTo(once).isEqualTo(1);
        failures.shortOf(sweep, 1L, "its list moved");
        ends(SweepResult.COMPLETE);
        assertThat(reads).isGreaterThan(once);
    }

    @Test
    void aSweepWithFailuresOfItsOwnIsFollowedByALook() {
        Sweep sweep = TestSweeps.of("iotbos-usage");
        sweep.counts().failed(1, 1);
        superseding.ended(sweep, new SweepEnd(SweepResult.PARTIAL, "1 failed"));
        int once = reads;
        ends(SweepResult.COMPLETE);
        assertThat(reads).isGreaterThan(once);
    }

    @Test
    void whatCouldNotBeReadIsClosedByTheNextEnd() {
        open("f1", "iotbos-usage" + BEFORE);
        unreadable = true;
        ends(SweepResult.COMPLETE);
        assertThat(said()).isEmpty();
        unreadable = false;
        ends(SweepResult.COMPLETE);
        assertThat(said()).containsExactly("f1/superseded");
    }

    @Test
    void whatWasClosedLongAgoIsForgottenOnceADay() {
        stands("old", "done", "iotbos-usage" + BEFORE, Duration.ofDays(8));
        stands("older", "superseded", "iotbos-usage" + BEFORE, Duration.ofDays(9));
        stands("open", "open", "iotbos-usage.east" + BEFORE, Duration.ofDays(30));
        stands("reopened", "done", "iotbos-usage" + BEFORE, Duration.ofDays(9));
        stands("reopened", "superseded", "iotbos-usage" + BEFORE, Duration.ofDays(1));
        ends(SweepResult.COMPLETE);
        assertThat(said()).containsExactly("old forgotten", "older forgotten");
        clock.move(Duration.ofHours(25));
        stands("later", "done", "iotbos-usage" + BEFORE, Duration.ofDays(8));
        ends(SweepResult.COMPLETE);
        assertThat(said()).contains("later forgotten").hasSize(3);
    }

    @Test
    void beforeThereIsAKafkaNothingIsRead() {
        Superseding rehearsed =
                new Superseding(this::read, failures, ledgers, this::asksTheSame, Duration.ofDays(7), clock);
        rehearsed.ended(TestSweeps.of("iotbos-usage"), new SweepEnd(SweepResult.COMPLETE, null));
        assertThat(reads).isZero();
    }

    @Test
    void anEndStandsThoughTheLookBreaks() {
        open("a", "iotbos-usage" + BEFORE);
        onRead = () -> {
            throw new IllegalStateException("a bug");
        };
        Sweep sweep = TestSweeps.of("iotbos-usage");
        superseding.ended(sweep, new SweepEnd(SweepResult.COMPLETE, null));
        assertThat(kafka.committed()).isEmpty();
        onRead = () -> {};
        superseding.ended(sweep, new SweepEnd(SweepResult.COMPLETE, null));
        assertThat(kafka.committed()).isNotEmpty();
    }
}
