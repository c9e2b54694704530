package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simrelay.account.Accounts;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.records.Checkpoint;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.source.InventoryBatches;
import org.simrelay.steps.Query;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.SweepId;

/** A card that has left the inventory is told as its poll says, by the first complete sweep that lacks it. */
final class LeavingCardsTest extends SimulatedIotbos {

    private static final String POLL = "iotbos-usage";
    private static final List<String> CARDS = Cards.inventory(120);
    private static final List<String> FEWER = CARDS.subList(2, 120);

    LeavingCardsTest() {
        super(CARDS);
    }

    private Query query() {
        return context.getRegistry().lookupByNameAndType(POLL, Query.class);
    }

    /** One sweep; gives the records that say a card is gone. */
    private List<DryRunRecord> gone() throws Exception {
        int before = records().size();
        Accounted sweep = swept(POLL);
        List<DryRunRecord> all = records();
        List<DryRunRecord> gone = all.subList(before, all.size()).stream()
                .filter(record -> record.topic().equals("sim.usage"))
                .filter(record -> record.value().isEmpty() || record.value().contains("\"left\""))
                .toList();
        assertThat(sweep.outcome()).as(sweep.end().toString()).isEqualTo("complete");
        assertThat(sweep.number("cleared")).isEqualTo(gone.size());
        clock.forward(Duration.ofMinutes(1));
        return gone;
    }

    @Test
    void anEventOrATombstoneAndNothingAsShipped() throws Exception {
        signatures();
        assertThat(gone()).isEmpty();
        Files.write(file, FEWER);
        assertThat(gone()).isEmpty();
        query().setLeaves("event");
        Files.write(file, CARDS);
        assertThat(gone()).isEmpty();
        Files.write(file, FEWER);
        assertThat(gone())
                .hasSize(2)
                .allSatisfy(left -> assertThat(left.value()).contains("\"result\":\"left\"", "\"smsUsed\":null"))
                .extracting(DryRunRecord::key)
                .containsExactlyInAnyOrderElementsOf(CARDS.subList(0, 2));
        assertThat(gone()).isEmpty();
        query().setLeaves("tombstone");
        Files.write(file, CARDS);
        assertThat(gone()).isEmpty();
        Files.write(file, FEWER);
        assertThat(gone())
                .hasSize(2)
                .allSatisfy(left -> assertThat(left.value()).isEmpty())
                .allSatisfy(left -> assertThat(left.headers()).containsEntry("ce_subject", left.key()))
                .extracting(DryRunRecord::key)
                .containsExactlyInAnyOrderElementsOf(CARDS.subList(0, 2));
    }

    @Test
    void whereKafkaRefusesOneOfThemTheOthersAreToldOnceAndThatOneByTheNextSweep() throws Exception {
        signatures();
        query().setLeaves("event");
        assertThat(gone()).isEmpty();
        Files.write(file, FEWER);
        kafkaRefuses(CARDS.subList(0, 1));
        assertThat(gone()).extracting(DryRunRecord::key).containsExactly(CARDS.get(1));
        kafkaRefuses(List.of());
        assertThat(gone()).extracting(DryRunRecord::key).containsExactly(CARDS.get(0));
        assertThat(gone()).isEmpty();
    }

    @Test
    void aSweepThatIsResumedHasNotSeenItsFirstCardsAndTellsNone() throws Exception {
        signatures();
        query().setLeaves("event");
        assertThat(gone()).isEmpty();
        InventoryBatches inventory = context.getRegistry().lookupByNameAndType("inventory", InventoryBatches.class);
        Accounts accounts = context.getRegistry().lookupByNameAndType("accounts", Accounts.class);
        long cards = inventory.survey(accounts.of("iotbos", "main"), null).fingerprint();
        Progress firstBatch = new Progress(Long.toHexString(cards) + "-120-50", 1, 50, 0);
        SweepId id = new SweepId(POLL, clock.instant());
        Checkpoint cut =
                new Checkpoint(id, clock.instant(), true, true, firstBatch, 120L, 50, 0, 3, 0, 0, clock.instant());
        assertThat(new PollRunner(context).run(POLL, PollRun.resume(cut))).isNull();
        Accounted resumed = Accounted.of(id.toString(), records());
        assertThat(resumed.outcome()).as(resumed.end().toString()).isEqualTo("complete");
        assertThat(resumed.events()).hasSize(70);
        assertThat(resumed.number("cleared")).isZero();
        clock.forward(Duration.ofMinutes(1));
        Files.write(file, FEWER);
        assertThat(gone()).extracting(DryRunRecord::key).containsExactlyInAnyOrderElementsOf(CARDS.subList(0, 2));
    }
}
