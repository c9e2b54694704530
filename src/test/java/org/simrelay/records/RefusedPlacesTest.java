package org.simrelay.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.account.Lease;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.kafka.LedgerTransactions;
import org.simrelay.kafka.Topics;
import org.simrelay.records.FakeLedgerKafka.Committed;

/** Neither a record's own topic nor the memory in {@code sim.checkpoints} takes it: nothing lets the service forget it. */
class RefusedPlacesTest {

    private static final String ACCOUNT = "/iotbos/main";
    private static final Duration MOST = Duration.ofMinutes(1);

    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<Untold> foundElsewhere = new ArrayList<>();
    private final Ledger ledger = new Ledger(
            ACCOUNT,
            new LedgerTransactions(kafka, ACCOUNT.substring(1), Topics.CHECKPOINTS, () -> null),
            new UntoldRecords(0),
            new Takeover() {
                @Override
                public Found look(String account) {
                    return new Found(sweep -> false, List.copyOf(foundElsewhere));
                }

                @Override
                public void lost(String account) {}
            },
            Lease.ALWAYS,
            nanos::get);

    RefusedPlacesTest() {
        ledger.start();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** As a size limit does: the place of a sweep is small, what remembers its end is not. */
    private @Nullable Exception tooLarge(ProducerRecord<byte[], byte[]> record) {
        boolean large = record.topic().equals("sim.sweeps") || new String(record.key(), UTF_8).startsWith("untold/");
        boolean refused = large && record.value() != null && new String(record.value(), UTF_8).contains("tariff@");
        return refused ? new RecordTooLargeException("max.message.bytes " + refusals.incrementAndGet()) : null;
    }

    private static LedgerEntry entry(String sweep, String topic, String key) {
        ObjectNode value = Json.MAPPER.createObjectNode().put("sweep", sweep);
        EventAttributes attributes = new EventAttributes("simrelay.test.v1", ACCOUNT, sweep);
        return new LedgerEntry(
                ACCOUNT, sweep, topic, key, attributes.at(Instant.EPOCH).event(key, sweep, Json.bytes(value)));
    }

    private static List<LedgerEntry> end(String sweep) {
        return List.of(
                entry(sweep, "sim.sweeps", sweep + "/ended"), entry(sweep, "sim.checkpoints", sweep + "/closed"));
    }

    private List<String> keys() {
        return kafka.committed().stream().map(Committed::key).toList();
    }

    @Test
    void whatCannotEvenBeRememberedLeavesItsSweepsPlaceOpen() {
        kafka.verdict = this::tooLarge;
        assertThat(ledger.commit(end("tariff@1"))).isEqualTo(Said.NOT_YET);
        assertThat(keys()).isEmpty();
    }

    @Test
    void itHoldsUpLaterSweepsOfItsPollWhichHaveTheSamePlaceAndNoOthers() {
        kafka.verdict = this::tooLarge;
        ledger.append(end("tariff@1"));
        assertThat(ledger.commit(List.of(entry("tariff@2", "sim.checkpoints", "tariff@2/open"))))
                .isEqualTo(Said.NOT_YET);
        assertThat(ledger.commit(end("usage@1"))).isEqualTo(Said.TOLD);
        assertThat(keys()).containsExactly("usage@1/ended", "usage@1/closed");
    }

    @Test
    void theNextTickOfItsPollHasItTriedAgain() {
        kafka.verdict = this::tooLarge;
        assertThat(ledger.commit(end("tariff@1"))).isEqualTo(Said.NOT_YET);
        kafka.verdict = record -> null;
        assertThat(ledger.commit(end("tariff@2"))).isEqualTo(Said.TOLD);
        assertThat(keys()).containsExactly("tariff@1/ended", "tariff@1/closed", "tariff@2/ended", "tariff@2/closed");
    }

    @Test
    void itIsTriedAgainAfterAWait() {
        kafka.verdict = this::tooLarge;
        assertThat(ledger.commit(end("tariff@1"))).isEqualTo(Said.NOT_YET);
        kafka.verdict = record -> null;
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        await().atMost(MOST)
                .untilAsserted(() -> assertThat(keys()).containsExactly("tariff@1/ended", "tariff@1/closed"));
    }

    @Test
    void itIsTriedOnceMoreBeforeTheProcessEnds() {
        kafka.verdict = this::tooLarge;
        ledger.append(end("tariff@1"));
        assertThat(ledger.commit(end("tariff@2"))).isEqualTo(Said.NOT_YET);
        assertThat(ledger.commit(end("expiry@1"))).isEqualTo(Said.TOLD);
        kafka.verdict = record -> null;
        kafka.committed().clear();
        ledger.close();
        assertThat(keys()).containsExactly("tariff@1/ended", "tariff@1/closed", "tariff@2/ended", "tariff@2/closed");
    }

    @Test
    void refusedOnceMoreItsPlaceStaysOpenForTheNextStart() {
        kafka.verdict = this::tooLarge;
        assertThat(ledger.commit(end("tariff@1"))).isEqualTo(Said.NOT_YET);
        int before = refusals.get();
        ledger.close();
        assertThat(refusals.get()).isGreaterThan(before);
        assertThat(keys()).isEmpty();
    }

    @Test
    void whatIsRememberedIsOfferedOnceMoreBeforeTheProcessEnds() {
        AtomicInteger offered = new AtomicInteger();
        kafka.verdict = record -> record.topic().equals("sim.sweeps")
                ? new TopicAuthorizationException("no " + offered.incrementAndGet())
                : null;
        assertThat(ledger.commit(end("tariff@1"))).isEqualTo(Said.REMEMBERED);
        assertThat(ledger.commit(end("usage@1"))).isEqualTo(Said.REMEMBERED);
        int said = offered.get();
        // the offer that is due at once is over, the next one is not due
        await().atMost(MOST).until(() -> offered.get() > said);
        assertThat(ledger.commit(List.of(entry("expiry@1", "sim.checkpoints", "expiry@1/open"))))
                .isEqualTo(Said.TOLD);
        kafka.verdict = record -> null;
        kafka.committed().clear();
        ledger.close();
        assertThat(keys())
                .containsExactly("tariff@1/ended", "untold/tariff@1/ended", "usage@1/ended", "untold/usage@1/ended");
    }

    @Test
    void itOutlivesALookAtWhatAnotherProcessRemembered() {
        kafka.verdict = this::tooLarge;
        assertThat(ledger.commit(end("tariff@1"))).isEqualTo(Said.NOT_YET);
        kafka.takesButDoesNotAnswer = true;
        assertThat(ledger.commit(end("usage@1"))).isEqualTo(Said.NOT_YET);
        kafka.verdict = record -> null;
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        await().atMost(MOST).untilAsserted(() -> assertThat(keys()).contains("tariff@1/ended", "tariff@1/closed"));
    }

    @Test
    void whatIsSpentOfABudgetWaitsForNoPoll() {
        kafka.verdict = this::tooLarge;
        List<LedgerEntry> all = new ArrayList<>(end("tariff@1"));
        all.add(entry("tariff@1", "sim.checkpoints", ACCOUNT));
        assertThat(ledger.commit(all)).isEqualTo(Said.NOT_YET);
        await().atMost(MOST).untilAsserted(() -> assertThat(keys()).containsExactly(ACCOUNT));
        kafka.verdict = record -> null;
        assertThat(ledger.commit(end("tariff@2"))).isEqualTo(Said.TOLD);
        assertThat(keys()).filteredOn(ACCOUNT::equals).hasSize(1);
    }
}
