package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.Waits;
import org.simrelay.kafka.Topics;
import org.simrelay.records.FakeLedgerKafka.Committed;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Sweep;

/** A failure is said with the checkpoint that covers its batch, or with the sweep's end. */
class SweepLedgerTest {

    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(kafka, Clock.systemUTC(), System::nanoTime);
    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Sweep sweep = TestSweeps.of("iotbos-usage", clock, Map.of());
    private final SweepLedger ledger = ledgers.of(sweep);

    @AfterEach
    void close() {
        ledgers.close();
    }

    private LedgerEntry failure(String id) {
        return new ControlRecord(Topics.FAILURES, id, id + "/open", "test", "poll", Instant.EPOCH)
                .of(sweep, new byte[] {'{', '}'});
    }

    private Checkpoint upTo(long batch) {
        return new Checkpoint(
                sweep.id(),
                sweep.startedAt(),
                true,
                true,
                new Progress("f", batch, 0, 0),
                100L,
                0,
                0,
                0,
                0,
                0,
                sweep.asOf());
    }

    private static List<String> keys(List<LedgerEntry> entries) {
        return entries.stream().map(LedgerEntry::key).toList();
    }

    @Test
    void aFailureBehindAGapIsHeldUntilTheGapIsClosed() {
        ledger.failed(7, List.of(failure("seven")));
        ledger.failed(2, List.of(failure("two")));
        assertThat(keys(ledger.takeCovered(upTo(3)))).containsExactly("two");
        assertThat(keys(ledger.takeCovered(upTo(3)))).isEmpty();
        assertThat(keys(ledger.takeCovered(upTo(7)))).containsExactly("seven");
        assertThat(kafka.committed()).isEmpty();
    }

    @Test
    void aCheckpointAndTheFailuresThatItCoversCommitInOneTransaction() {
        ledger.failed(7, List.of(failure("seven")));
        ledger.failed(2, List.of(failure("two")));
        sweep.resumePoint().set(new Progress("f", 3, 0, 1), 100L);
        clock.move(Duration.ofSeconds(3));
        ledger.checkpointIfDue(clock.instant());
        Waits.await().untilAsserted(() -> assertThat(kafka.committed())
                .extracting(Committed::key)
                .containsExactly("two", sweep.toString()));
        assertThat(kafka.sizes()).containsExactly(2);
    }

    @Test
    void aPagesFailureIsHeldUntilTheEndSinceASweepOfPagesStartsAgain() {
        ledger.failed(0, List.of(failure("page")));
        assertThat(ledger.takeCovered(upTo(1_000_000))).isEmpty();
        assertThat(keys(ledger.takeAll())).containsExactly("page");
    }

    @Test
    void whatIsHeldIsBoundedAndNoneOfItIsDropped() {
        List<LedgerEntry> many =
                IntStream.range(0, 1_001).mapToObj(i -> failure("f" + i)).toList();
        ledger.failed(0, many);
        Waits.await().untilAsserted(() -> assertThat(kafka.committed())
                .extracting(Committed::key)
                .hasSize(1_001)
                .startsWith("f0")
                .endsWith("f1000"));
        assertThat(ledger.takeAll()).isEmpty();
    }
}
