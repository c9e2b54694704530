package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.account.Lease;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.kafka.LedgerTransactions;
import org.simrelay.kafka.Topics;
import org.simrelay.records.FakeLedgerKafka.Committed;

/** One ce_id is one fact, also where Kafka has a record, its answer was lost, and the topic refuses the record from then on. */
class DoubtfulCommitsTest {

    private static final String ACCOUNT = "/iotbos/main";
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final int LIMIT = 250;

    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private final Takeover takeover = new Takeover() {
        @Override
        public Found look(String account) {
            return new Found(sweep -> false, List.of());
        }

        @Override
        public Set<String> standing(String topic, Set<String> ids) {
            reads.incrementAndGet();
            if (unreadable.getAndSet(false)) {
                throw new IllegalStateException("no broker");
            }
            return kafka.committed().stream()
                    .filter(record -> record.topic().equals(topic))
                    .map(Committed::id)
                    .filter(ids::contains)
                    .collect(Collectors.toSet());
        }

        @Override
        public void lost(String account) {}
    };
    private final AtomicLong nanos = new AtomicLong();
    private final Ledger ledger = new Ledger(
            ACCOUNT,
            new LedgerTransactions(kafka, ACCOUNT.substring(1), Topics.CHECKPOINTS, () -> null),
            new UntoldRecords(0),
            takeover,
            Lease.ALWAYS,
            nanos::get);

    DoubtfulCommitsTest() {
        ledger.start();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static LedgerEntry entry(String topic, String id) {
        ObjectNode value = Json.MAPPER.createObjectNode().put("id", id).put("message", "x".repeat(300));
        EventAttributes attributes = new EventAttributes("simrelay.test.v1", ACCOUNT, "a");
        return new LedgerEntry(
                ACCOUNT, "a", topic, id, attributes.at(Instant.EPOCH).event(id, "a", Json.bytes(value)));
    }

    private static boolean isTooLarge(ProducerRecord<byte[], byte[]> record) {
        return !record.topic().equals(Topics.CHECKPOINTS) && record.value() != null && record.value().length > LIMIT;
    }

    private void takes(Predicate<ProducerRecord<byte[], byte[]>> refused) {
        kafka.verdict = record -> refused.test(record) ? new RecordTooLargeException("over the limit") : null;
    }

    private List<String> lengths() {
        return kafka.committed().stream()
                .map(record ->
                        record.key() + " " + (String.valueOf(record.value()).length() > LIMIT ? "whole" : "cut"))
                .toList();
    }

    private void saysAfterwards(String id) {
        ledger.append(List.of(entry("sim.sweeps", id)));
        await().atMost(MOST)
                .until(() -> kafka.committed().stream().map(Committed::key).anyMatch(id::equals));
    }

    @Test
    void whatStandsThereIsNotToldInAnotherForm() {
        kafka.takesButDoesNotAnswer = true;
        assertThat(ledger.commit(List.of(entry("sim.failures", "1"), entry("sim.failures", "2"))))
                .isEqualTo(Said.NOT_YET);
        takes(DoubtfulCommitsTest::isTooLarge);
        saysAfterwards("3");
        assertThat(lengths()).containsExactly("1 whole", "2 whole", "3 cut");
        assertThat(reads.get()).as("one look for all of a topic").isEqualTo(1);
    }

    @Test
    void whatDoesNotStandThereIsToldAsItsTopicTakesIt() {
        kafka.dropsAndDoesNotAnswer = true;
        assertThat(ledger.commit(List.of(entry("sim.failures", "1")))).isEqualTo(Said.NOT_YET);
        takes(DoubtfulCommitsTest::isTooLarge);
        saysAfterwards("3");
        assertThat(lengths()).containsExactly("1 cut", "3 cut");
    }

    @Test
    void whatWasSentCutIsNotToldWholeWhenItsTopicTakesMoreAgain() {
        takes(DoubtfulCommitsTest::isTooLarge);
        kafka.takesButDoesNotAnswer = true;
        assertThat(ledger.commit(List.of(entry("sim.failures", "1")))).isEqualTo(Said.NOT_YET);
        takes(record -> false);
        saysAfterwards("3");
        assertThat(lengths()).containsExactly("1 cut", "1 cut", "3 whole");
    }

    @Test
    void whatStandsThereIsNotRememberedAsUntoldWhereTheRightToWriteIsGone() {
        kafka.takesButDoesNotAnswer = true;
        assertThat(ledger.commit(List.of(entry("sim.failures", "1")))).isEqualTo(Said.NOT_YET);
        kafka.verdict = record ->
                record.topic().equals("sim.failures") ? new TopicAuthorizationException("sim.failures") : null;
        saysAfterwards("3");
        assertThat(lengths()).containsExactly("1 whole", "3 whole");
    }

    @Test
    void whileItCannotBeKnownItWaits() {
        unreadable.set(true);
        kafka.takesButDoesNotAnswer = true;
        assertThat(ledger.commit(List.of(entry("sim.failures", "1")))).isEqualTo(Said.NOT_YET);
        takes(DoubtfulCommitsTest::isTooLarge);
        saysAfterwards("3");
        assertThat(lengths()).containsExactly("1 whole", "3 cut");
        assertThat(reads.get()).isEqualTo(2);
    }
}
