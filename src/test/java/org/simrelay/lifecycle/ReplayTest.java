package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.records.Failures;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.FakeLedgerKafka.Committed;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** sim.failures: done means that a replay published its cards, and nothing less. */
class ReplayTest {

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(kafka, clock, System::nanoTime);
    private final List<String> ran = new ArrayList<>();
    private final List<Instant> asOf = new ArrayList<>();
    private Set<String> acknowledged = Set.of();
    private SweepEnd end = new SweepEnd(SweepResult.COMPLETE, null);
    private boolean stopping;

    @AfterEach
    void close() {
        ledgers.close();
    }

    private final Replay.Runner runner = new Replay.Runner() {
        @Override
        public boolean has(String poll) {
            return !poll.equals("gone-poll");
        }

        @Override
        public boolean hasAccount(String poll, String account) {
            return account.equals("main");
        }

        @Override
        public boolean isStopping() {
            return stopping;
        }

        @Override
        public boolean asksByTime(String poll) {
            return poll.equals("cmiot-dayusage");
        }

        @Override
        public int cardsPerRequest(String poll) {
            return 50;
        }

        @Override
        public void run(String poll, PollRun run) {
            ran.add(poll);
            AskedAgain again = Objects.requireNonNull(run.again());
            asOf.add(again.asOf());
            again.replayed().acknowledged(acknowledged);
            run.ended(TestSweeps.of(poll), end);
        }
    };

    private static OpenFailure failure(String poll, String id, @Nullable List<String> cards) {
        ObjectNode value = Json.MAPPER.createObjectNode().put("id", id).put("status", "open");
        return new OpenFailure(id, "a sweep", poll, cards, value);
    }

    private Map<String, SweepEnd> replay(OpenFailure... open) {
        return new Replay(runner, new Failures(clock), ledgers).replay(List.of(open), Instant.parse(TestSweeps.START));
    }

    private List<String> done() {
        return kafka.committed().stream().map(Committed::id).toList();
    }

    @Test
    void aFailureWhoseCardWasNeverAcknowledgedStaysOpenThoughTheSweepIsComplete() {
        acknowledged = Set.of("1", "2");
        replay(
                failure("cmiot-arrearage", "f1", List.of("1", "2")),
                failure("cmiot-arrearage", "f2", List.of("2", "3")));
        assertThat(done()).containsExactly("f1/done");
    }

    @Test
    void whatCameThroughIsDoneThoughTheSweepFellShort() {
        acknowledged = Set.of("1");
        end = new SweepEnd(SweepResult.FAILED, "stopped");
        replay(failure("iotbos-usage", "f1", List.of("1")), failure("iotbos-usage", "f2", List.of("2")));
        assertThat(done()).containsExactly("f1/done");
    }

    @Test
    void aFailureWithoutNamesIsDoneByACompleteSweepAlone() {
        replay(failure("cmiot-arrearage", "f1", null));
        assertThat(done()).containsExactly("f1/done");
        end = new SweepEnd(SweepResult.PARTIAL, "the list moved");
        replay(failure("cmiot-arrearage", "f2", null));
        assertThat(done()).containsExactly("f1/done");
    }

    @Test
    void aPollThatIsNotHereIsNamedAndTheOthersAreReplayed() {
        acknowledged = Set.of("1");
        Map<String, SweepEnd> ends =
                replay(failure("gone-poll", "f1", List.of("1")), failure("iotbos-usage", "f2", List.of("1")));
        assertThat(ran).containsExactly("iotbos-usage");
        assertThat(ends.get("gone-poll")).satisfies(gone -> {
            assertThat(gone.result()).isEqualTo(SweepResult.PARTIAL);
            assertThat(gone.reason()).contains("no such poll");
        });
        assertThat(done()).containsExactly("f2/done");
    }

    @Test
    void whatFailedForAnAccountThatIsNotHereIsPassedOver() {
        ObjectNode value = Json.MAPPER.createObjectNode().put("id", "f1").put("status", "open");
        Map<String, SweepEnd> ends = replay(
                new OpenFailure("f1", "iotbos-usage.gone@2026-11-22T08:00:00Z", "iotbos-usage", List.of("1"), value));
        assertThat(ran).isEmpty();
        assertThat(ends.get("iotbos-usage.gone"))
                .satisfies(gone -> assertThat(gone.reason()).contains("no such poll or account"));
    }

    @Test
    void whatIsAskedByTimeIsReplayedForEachTimeByItself() {
        acknowledged = Set.of("1", "2");
        ObjectNode value = Json.MAPPER.createObjectNode().put("status", "open");
        replay(
                new OpenFailure(
                        "f1",
                        "cmiot-dayusage@2026-11-20T08:00:00Z",
                        "cmiot-dayusage",
                        List.of("1"),
                        value.put("id", "f1")),
                new OpenFailure(
                        "f2",
                        "cmiot-dayusage@2026-11-21T08:00:00Z",
                        "cmiot-dayusage",
                        List.of("2"),
                        value.deepCopy().put("id", "f2")));
        assertThat(ran).containsExactly("cmiot-dayusage", "cmiot-dayusage");
        assertThat(asOf).containsExactly(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-21T08:00:00Z"));
        assertThat(done()).containsExactlyInAnyOrder("f1/done", "f2/done");
    }

    @Test
    void aCommandThatIsBeingStoppedAsksForNoFurtherPoll() {
        stopping = true;
        replay(failure("iotbos-usage", "f1", List.of("1")));
        assertThat(ran).isEmpty();
        assertThat(done()).isEmpty();
    }
}
