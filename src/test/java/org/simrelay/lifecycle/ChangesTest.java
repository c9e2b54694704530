package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.RecordSchemas;
import org.simrelay.TestSweeps;
import org.simrelay.kafka.Topics;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.FakeLedgerKafka.Committed;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.records.RememberedValues;
import org.simrelay.records.Said;
import org.simrelay.records.SweepRecords;
import org.simrelay.sweep.ChangeFilter;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** A value is published when it is not the one that was acknowledged last, whatever happened in between; after a crash once more. */
class ChangesTest {

    private static final String POLL = "iotbos-usage";
    // what sim.checkpoints takes at least, without the room for a record's headers
    private static final int LEAST_MESSAGE = 16_384 - 1_000;

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(kafka, clock, System::nanoTime);
    private Changes changes = new Changes(ledgers, clock);

    @AfterEach
    void close() {
        ledgers.close();
    }

    /** Another process, which knows what is committed alone. */
    private void restart() {
        changes = new Changes(ledgers, clock);
        changes.restore(new Checkpoints(this::read, Json.MAPPER).read().values(), account -> true);
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        for (Committed record : kafka.committed()) {
            String value = record.value();
            if (value != null && record.key().contains("/values")) {
                assertThat(RecordSchemas.problems("sim.checkpoints", value)).isEmpty();
            }
            reader.accept(new ConsumerRecord<>(
                    topic,
                    0,
                    0,
                    0,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    record.key(),
                    value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                    new RecordHeaders(),
                    Optional.empty()));
        }
    }

    private Sweep begun(int everyNth, boolean replay) {
        Sweep sweep = TestSweeps.of(POLL);
        changes.begin(sweep, everyNth, replay);
        return sweep;
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static ChangeFilter filter(Sweep sweep) {
        return Objects.requireNonNull(sweep.cardEvents().changes());
    }

    /** Sees these cards, each {@code <card>=<value>}; gives those that are published, and acknowledged. */
    private static List<String> sees(Sweep sweep, String... seen) {
        List<String> published = new ArrayList<>();
        for (String each : seen) {
            String card = each.substring(0, each.indexOf('='));
            if (filter(sweep).isDue(card, bytes(each))) {
                filter(sweep).acknowledged(card, bytes(each));
                published.add(each);
            }
        }
        return published;
    }

    private void end(Sweep sweep, SweepResult result) {
        ledgers.of(sweep.account().source()).commit(changes.ended(sweep, new SweepEnd(result, null)));
    }

    private List<String> sweep(String... seen) {
        Sweep sweep = begun(48, false);
        List<String> published = sees(sweep, seen);
        end(sweep, SweepResult.COMPLETE);
        return published;
    }

    @Test
    void whatIsAsItWasIsPublishedOnce() {
        assertThat(sweep("1=a", "2=a")).containsExactly("1=a", "2=a");
        assertThat(sweep("1=a", "2=b", "3=a")).containsExactly("2=b", "3=a");
        assertThat(sweep("1=a", "2=b", "3=a")).isEmpty();
        assertThat(sweep("1=b", "2=a", "3=a")).containsExactly("1=b", "2=a");
    }

    @Test
    void aRestartKnowsWhatWasAcknowledged() {
        sweep("1=a", "2=a");
        sweep("1=a", "2=b");
        restart();
        assertThat(sweep("1=a", "2=b")).isEmpty();
        restart();
        assertThat(sweep("1=a", "2=a")).containsExactly("2=a");
    }

    @Test
    void afterACrashInMidSweepAValueThatWentBackIsPublished() {
        sweep("1=a", "2=a");
        assertThat(sees(begun(48, false), "1=b")).containsExactly("1=b");
        restart();
        assertThat(sweep("1=a", "2=a")).containsExactly("1=a", "2=a");
        restart();
        assertThat(sweep("1=a", "2=a")).isEmpty();
    }

    @Test
    void aCrashOnceMoreBeforeThatSweepEndsStillKnowsNothing() {
        sweep("1=a");
        sees(begun(48, false), "1=b");
        restart();
        sees(begun(48, false), "1=c");
        restart();
        assertThat(sweep("1=a")).containsExactly("1=a");
    }

    @Test
    void whatIsNotAcknowledgedIsPublishedByTheNext() {
        sweep("1=a");
        Sweep refused = begun(48, false);
        assertThat(filter(refused).isDue("1", bytes("1=b"))).isTrue();
        end(refused, SweepResult.PARTIAL);
        // Kafka may have the other value, or not
        assertThat(sweep("1=a")).containsExactly("1=a");
        Sweep late = begun(48, false);
        assertThat(filter(late).isDue("1", bytes("1=b"))).isTrue();
        end(late, SweepResult.FAILED);
        filter(late).acknowledged("1", bytes("1=b"));
        assertThat(sweep("1=b")).containsExactly("1=b");
    }

    @Test
    void oneInSoManySweepsPublishesAllAfterARestartToo() {
        List<Integer> published = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Sweep sweep = begun(3, false);
            published.add(sees(sweep, "1=a", "2=a").size());
            end(sweep, SweepResult.COMPLETE);
            restart();
        }
        assertThat(published).containsExactly(2, 0, 0, 2, 0, 0, 2);
    }

    @Test
    void oneThatWasToPublishAllAndFailedLeavesItToTheNext() {
        Sweep failed = begun(48, false);
        sees(failed, "1=a");
        end(failed, SweepResult.FAILED);
        assertThat(sweep("1=a", "2=a")).containsExactly("1=a", "2=a");
        assertThat(sweep("1=a", "2=a")).isEmpty();
    }

    @Test
    void aSweepThatIsLeftAndResumedGoesOnAsIfNothingWas() {
        sweep("1=a", "2=a");
        Sweep left = begun(48, false);
        assertThat(sees(left, "1=b")).containsExactly("1=b");
        ledgers.of(left.account().source()).commit(changes.left(left));
        restart();
        Sweep resumed = begun(48, false);
        assertThat(sees(resumed, "2=a")).isEmpty();
        end(resumed, SweepResult.COMPLETE);
        assertThat(sweep("1=b", "2=a")).isEmpty();
    }

    @Test
    void aReplayPublishesAllThatItGetsAndIsRemembered() {
        sweep("1=a", "2=a");
        Sweep replay = begun(48, true);
        assertThat(sees(replay, "1=a", "2=b")).containsExactly("1=a", "2=b");
        end(replay, SweepResult.COMPLETE);
        assertThat(sweep("1=a", "2=a")).containsExactly("2=a");
    }

    @Test
    void aSweepThatPublishesAllLeavesNothingKnown() {
        sweep("1=a");
        changes.beginWithout(TestSweeps.of(POLL));
        assertThat(sweep("1=a")).containsExactly("1=a");
        changes.beginWithout(TestSweeps.of(POLL));
        restart();
        assertThat(sweep("1=a")).containsExactly("1=a");
    }

    @Test
    void anotherProcessThatWroteMeanwhileLeavesNothingKnownToARunningSweep() {
        sweep("1=a", "2=a");
        Sweep running = begun(48, false);
        changes.takenOver(
                "/cmiot/main", new Checkpoints(this::read, Json.MAPPER).read().values());
        assertThat(sees(running, "1=a")).isEmpty();
        changes.takenOver(
                "/iotbos/main", new Checkpoints(this::read, Json.MAPPER).read().values());
        assertThat(sees(running, "1=a")).containsExactly("1=a");
        end(running, SweepResult.COMPLETE);
        assertThat(sweep("1=a", "2=a")).containsExactly("1=a", "2=a");
    }

    @Test
    void whatSubscribersCannotBeToldHoldsUpNoCard() {
        kafka.refuse(record -> record.topic().equals(Topics.SWEEPS) ? new TopicAuthorizationException("no") : null);
        Sweep sweep = TestSweeps.of(POLL);
        assertThat(ledgers.of(sweep.account().source()).commit(List.of(SweepRecords.started(sweep))))
                .isEqualTo(Said.REMEMBERED);
        changes.begin(sweep, 48, false);
        assertThat(sweep.stopped()).isFalse();
        assertThat(sees(sweep, "1=a")).containsExactly("1=a");
        end(sweep, SweepResult.COMPLETE);
        restart();
        assertThat(sweep("1=a")).isEmpty();
    }

    @Test
    void whatCannotBeRememberedHoldsUpNothingAndIsNotKnownAfterARestart() {
        sweep("1=a", "2=a");
        kafka.refuse(record ->
                record.value() != null && RememberedValues.isKey(new String(record.key(), StandardCharsets.UTF_8))
                        ? new RecordTooLargeException("too large")
                        : null);
        assertThat(sweep("1=a", "2=b")).containsExactly("2=b");
        assertThat(sweep("1=a", "2=b")).isEmpty();
        restart();
        assertThat(sweep("1=a", "2=b")).containsExactly("1=a", "2=b");
        kafka.refuse(record -> null);
        assertThat(sweep("1=a", "2=a")).containsExactly("2=a");
        restart();
        assertThat(sweep("1=a", "2=a")).isEmpty();
    }

    @Test
    void pollsAndAccountsAreApart() {
        sweep("1=a");
        Sweep other = TestSweeps.of("iotbos-balance");
        changes.begin(other, 48, false);
        assertThat(sees(other, "1=a")).containsExactly("1=a");
    }

    @Test
    void threeHundredThousandThatAreAsTheyWereWriteNothingAndOneThatChangedItsPartAlone() {
        String[] all = IntStream.range(0, 300_000)
                .mapToObj(i -> (1_064_800_000_000L + i * 7919L % 10_000_000) + "=a")
                .toArray(String[]::new);
        assertThat(sweep(all)).hasSize(300_000);
        assertThat(kafka.committed().stream()
                        .mapToInt(r -> String.valueOf(r.value()).length()))
                .allMatch(length -> length < LEAST_MESSAGE);
        int written = kafka.committed().size();
        restart();
        assertThat(sweep(all)).isEmpty();
        // the two heads
        assertThat(kafka.committed()).hasSize(written + 2);
        all[7] = all[7].replace("=a", "=b");
        assertThat(sweep(all)).containsExactly(all[7]);
        assertThat(kafka.committed()).hasSize(written + 2 + 3);
        restart();
        assertThat(sweep(all)).isEmpty();
        // far fewer cards take fewer parts, and none of the old ones is taken for one of theirs
        Sweep few = begun(1, false);
        sees(few, all[0], all[1]);
        end(few, SweepResult.COMPLETE);
        restart();
        assertThat(sweep(all[0], all[1], all[2])).containsExactly(all[2]);
    }
}
