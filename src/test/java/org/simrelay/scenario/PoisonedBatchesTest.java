package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.simrelay.sandbox.vendor.Cards;

/** A card in each batch for which the vendor refuses it: each fails alone, at the cost of few requests and fewer logins. */
final class PoisonedBatchesTest extends SimulatedIotbos {

    private static final int BATCH = 50;
    private static final List<String> CARDS = Cards.inventory(2_000);

    PoisonedBatchesTest() {
        super(CARDS);
    }

    @Test
    @Timeout(300)
    void oneInEachOfFortyBatches() throws Exception {
        signatures();
        List<String> bad = IntStream.range(0, CARDS.size() / BATCH)
                .mapToObj(batch -> CARDS.get(batch * BATCH + batch))
                .toList();
        bad.forEach(vendor::poison);
        Accounted sweep = swept("iotbos-usage");
        assertThat(sweep.failed()).as(sweep.end().toString()).containsExactlyInAnyOrderElementsOf(bad);
        assertThat(sweep.number("published")).isEqualTo(CARDS.size() - bad.size());
        assertThat(sweep.outcome()).isEqualTo("partial");
        // each batch is refused twice, and 2 parts at each of 6 sizes follow; each may end in one more try with another
        // token
        assertThat(sweep.number("requests")).isLessThan(bad.size() * (2L + 12 + 4));
        assertThat(sweep.number("logins")).isLessThan(bad.size() * 3L);
    }
}
