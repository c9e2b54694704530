package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.account.Lease;
import org.simrelay.account.Lease.Standing;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerTransactions;
import org.simrelay.kafka.Topics;
import org.simrelay.records.FakeLedgerKafka.Committed;

/** The ledger is written in transactions: what is said together commits together; what is refused is remembered; who is fenced gives way. */
class LedgerTest {

    private static final String ACCOUNT = "/iotbos/main";
    private static final Duration MOST = Duration.ofMinutes(1);

    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> suspended = new ArrayList<>();
    private final Set<String> endedElsewhere = new HashSet<>();
    private final AtomicLong looked = new AtomicLong();
    private final Takeover takeover = new Takeover() {
        @Override
        public Found look(String account) {
            looked.incrementAndGet();
            return new Found(endedElsewhere::contains, null);
        }

        @Override
        public void lost(String account) {
            suspended.add(account);
        }
    };
    private volatile Standing standing = Standing.HELD;
    private final Lease lease = new Lease() {
        @Override
        public Standing of(String account) {
            return standing;
        }

        @Override
        public boolean mayFence(String account) {
            return standing == Standing.HELD;
        }
    };
    private Ledger ledger = ledger(List.of());

    private Ledger ledger(List<Untold> earlier) {
        LedgerTransactions transactions =
                new LedgerTransactions(kafka, ACCOUNT.substring(1), Topics.CHECKPOINTS, () -> null);
        Ledger made = new Ledger(ACCOUNT, transactions, new UntoldRecords(0), takeover, lease, nanos::get);
        made.restore(earlier);
        made.start();
        return made;
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static LedgerEntry entry(String sweep, String topic, String id) {
        ObjectNode value = Json.MAPPER.createObjectNode().put("id", id).put("message", "x".repeat(300));
        EventAttributes attributes = new EventAttributes("simrelay.test.v1", ACCOUNT, sweep);
        return new LedgerEntry(
                ACCOUNT, sweep, topic, id, attributes.at(Instant.EPOCH).event(id, sweep, Json.bytes(value)));
    }

    private static List<LedgerEntry> end(String sweep) {
        return List.of(
                entry(sweep, "sim.failures", sweep + "-failure"),
                entry(sweep, "sim.sweeps", sweep + "-ended"),
                entry(sweep, "sim.checkpoints", sweep + "-closed"));
    }

    private List<String> keys() {
        return kafka.committed().stream().map(Committed::key).toList();
    }

    @Test
    void whatIsSaidTogetherCommitsInOneTransaction() {
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.TOLD);
        assertThat(keys()).containsExactly("a-failure", "a-ended", "a-closed");
        assertThat(kafka.sizes()).containsExactly(3);
    }

    @Test
    void whatATopicRefusesForGoodIsRememberedWithAllThatFollowsOfItsSweepAndHoldsUpNothingElse() {
        kafka.verdict = record ->
                record.topic().equals("sim.failures") ? new TopicAuthorizationException("sim.failures") : null;
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.REMEMBERED);
        assertThat(ledger.commit(List.of(entry("b", "sim.sweeps", "b-ended")))).isEqualTo(Said.TOLD);
        assertThat(keys()).containsExactly("untold/a-failure", "untold/a-ended", "a-closed", "b-ended");
    }

    @Test
    void whatIsRememberedIsOfferedAgainWithGrowingWaitsInOrderAndThenForgotten() {
        kafka.verdict =
                record -> record.topic().equals("sim.checkpoints") ? null : new TopicAuthorizationException("all");
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.REMEMBERED);
        kafka.verdict = record -> null;
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        await().atMost(MOST).untilAsserted(() -> assertThat(keys())
                .containsExactly(
                        "untold/a-failure",
                        "untold/a-ended",
                        "a-closed",
                        "a-failure",
                        "untold/a-failure",
                        "a-ended",
                        "untold/a-ended"));
        // a tombstone
        assertThat(kafka.committed().get(4).value()).isNull();
        assertThat(kafka.committed().get(3).id()).isEqualTo("a-failure");
    }

    @Test
    void theNextStartTellsWhatAnEarlierOneCouldNot() throws Exception {
        kafka.verdict =
                record -> record.topic().equals("sim.checkpoints") ? null : new TopicAuthorizationException("all");
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.REMEMBERED);
        ledger.close();
        List<Untold> read = new ArrayList<>();
        for (Committed record : kafka.committed().subList(0, 2)) {
            read.add(Untold.of(Json.MAPPER.readTree(record.value())));
        }
        kafka.verdict = record -> null;
        kafka.committed().clear();
        ledger = ledger(read);
        await().atMost(MOST).untilAsserted(() -> assertThat(keys())
                .containsExactly("a-failure", "untold/a-failure", "a-ended", "untold/a-ended"));
        assertThat(kafka.committed().get(0).value()).contains("\"id\":\"a-failure\"");
    }

    @Test
    void aRecordTooLargeIsSaidWithLessUnderTheSameId() {
        kafka.verdict = record -> record.value() != null && record.value().length > 250
                ? new RecordTooLargeException("larger than max.message.bytes")
                : null;
        assertThat(ledger.commit(List.of(entry("a", "sim.failures", "f")))).isEqualTo(Said.TOLD);
        assertThat(kafka.committed()).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo("f");
            assertThat(record.value()).contains("x…").hasSizeLessThan(250);
        });
    }

    @Test
    void aRecordTooLargeEvenWithLessIsRememberedAndHoldsUpNothingElse() {
        kafka.verdict = record -> record.topic().equals("sim.failures")
                ? new RecordTooLargeException("larger than max.message.bytes")
                : null;
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.REMEMBERED);
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(ledger.commit(List.of(entry("b", "sim.sweeps", "b-ended")))).isEqualTo(Said.TOLD);
        assertThat(keys()).containsExactly("untold/a-failure", "untold/a-ended", "a-closed", "b-ended");
    }

    @Test
    void whileKafkaIsAwayAllIsKeptAndFollowsInOrder() {
        kafka.away = true;
        assertThat(ledger.commit(List.of(entry("a", "sim.sweeps", "1")))).isEqualTo(Said.NOT_YET);
        // known to be away: nobody waits for it again
        assertThat(ledger.commit(List.of(entry("a", "sim.sweeps", "2")))).isEqualTo(Said.NOT_YET);
        ledger.append(List.of(entry("b", "sim.sweeps", "3")));
        kafka.away = false;
        await().atMost(MOST).untilAsserted(() -> assertThat(keys()).containsExactly("1", "2", "3"));
        // a moment later its thread knows that Kafka is back
        await().atMost(MOST).untilAsserted(() -> assertThat(ledger.commit(List.of(entry("a", "sim.sweeps", "4"))))
                .isEqualTo(Said.TOLD));
    }

    @Test
    void aCommitInDoubtIsRepeatedWithTheSameIds() {
        kafka.takesButDoesNotAnswer = true;
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.NOT_YET);
        await().atMost(MOST).untilAsserted(() -> assertThat(keys())
                .containsExactly("a-failure", "a-ended", "a-closed", "a-failure", "a-ended", "a-closed"));
    }

    @Test
    void whoIsFencedAndMayNotFenceAgainGivesTheAccountAway() {
        kafka.fence = new ProducerFencedException("another");
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.NOT_YET);
        assertThat(ledger.isSuspended()).isTrue();
        assertThat(suspended).containsExactly(ACCOUNT);
        assertThat(ledger.commit(end("b"))).isEqualTo(Said.NOT_YET);
        assertThat(keys()).isEmpty();
    }

    @Test
    void whoComesBackAfterKafkaWasAwayLooksWhatAnotherProcessHasEnded() {
        endedElsewhere.add("a");
        kafka.away = true;
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.NOT_YET);
        kafka.away = false;
        await().atMost(MOST).untilAsserted(() -> assertThat(looked.get()).isPositive());
        await().atMost(MOST).untilAsserted(() -> assertThat(ledger.commit(List.of(entry("b", "sim.sweeps", "b-ended"))))
                .isEqualTo(Said.TOLD));
        assertThat(keys()).isNotEmpty().containsOnly("b-ended");
    }

    @Test
    void anOfferThatIsFencedCountsAsAnyWriteDoes() {
        kafka.verdict = record -> record.topic().equals("sim.failures") ? new TopicAuthorizationException("no") : null;
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.REMEMBERED);
        kafka.verdict = record -> null;
        kafka.fence = new ProducerFencedException("another");
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        await().atMost(MOST).untilAsserted(() -> assertThat(suspended).containsExactly(ACCOUNT));
    }

    @Test
    void whatIsOfferedAgainIsMadeSmallerWhereItMustBe() {
        kafka.verdict = record -> record.topic().equals("sim.failures") ? new TopicAuthorizationException("no") : null;
        assertThat(ledger.commit(List.of(entry("a", "sim.failures", "f")))).isEqualTo(Said.REMEMBERED);
        kafka.verdict = record -> record.topic().equals("sim.failures") && record.value().length > 250
                ? new RecordTooLargeException("too large")
                : null;
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        await().atMost(MOST).untilAsserted(() -> assertThat(keys()).containsExactly("untold/f", "f", "untold/f"));
    }

    @Test
    void whatAnotherProcessHasEndedMeanwhileIsNotEndedAgain() {
        ledger.fencesAgain(1);
        endedElsewhere.add("a");
        kafka.fence = new ProducerFencedException("another");
        ledger.append(end("a"));
        ledger.append(List.of(entry("b", "sim.sweeps", "b-ended")));
        await().atMost(MOST).untilAsserted(() -> assertThat(keys()).containsExactly("b-ended"));
    }

    @Test
    void whoMayFenceAgainTakesTheAccountBackAndSaysTheSameAgain() {
        ledger.fencesAgain(1);
        kafka.fence = new ProducerFencedException("another");
        ledger.append(end("a"));
        await().atMost(MOST)
                .untilAsserted(() -> assertThat(keys()).containsExactly("a-failure", "a-ended", "a-closed"));
        kafka.fence = new ProducerFencedException("another");
        assertThat(ledger.commit(end("b"))).isEqualTo(Said.NOT_YET);
        assertThat(ledger.isSuspended()).isTrue();
    }

    @Test
    void whatTheGroupRefusesWhileItGivesOutAccountsFollowsWithTheNewestMembership() {
        kafka.fence = new CommitFailedException("the generation is over");
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.TOLD);
        assertThat(keys()).containsExactly("a-failure", "a-ended", "a-closed");
        assertThat(suspended).isEmpty();
    }

    @Test
    void afterTheAccountIsLostNothingIsWrittenAndNobodyWaits() {
        standing = Standing.GONE;
        ledger.lose();
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.NOT_YET);
        assertThat(ledger.isLost()).isTrue();
        assertThat(ledger.isSuspended()).isFalse();
        assertThat(keys()).isEmpty();
    }

    @Test
    void whatWasSaidBeforeAnAccountWasLostFollowsWhenItIsHereAgainButForWhatOthersEnded() throws Exception {
        standing = Standing.GONE;
        ledger.lose();
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.NOT_YET);
        ledger.append(List.of(entry("b", "sim.sweeps", "b-ended")));
        standing = Standing.HELD;
        ledger.fence();
        ledger.settle(new Takeover.Found("a"::equals, null));
        await().atMost(MOST).untilAsserted(() -> assertThat(keys()).containsExactly("b-ended"));
    }

    @Test
    void whoIsFencedAndLearnsThatTheAccountIsAnothersGivesWayWithoutAnAnswer() {
        ledger.fencesAgain(3);
        kafka.onFence = () -> standing = Standing.GONE;
        kafka.fence = new ProducerFencedException("another");
        assertThat(ledger.commit(end("a"))).isEqualTo(Said.NOT_YET);
        assertThat(keys()).isEmpty();
        assertThat(looked.get()).isZero();
        assertThat(suspended).isEmpty();
    }

    @Test
    void whatIsNotKnownToBeThisProcesssMayNotBeFenced() {
        standing = Standing.UNSURE;
        assertThatThrownBy(ledger::fence).isInstanceOf(LedgerException.Away.class);
    }
}
