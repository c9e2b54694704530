package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.simrelay.sandbox.vendor.Cards;

/** A request whose answer has come is asked, and its cards are published, no second time: not where a step breaks over it, nor where a route has a step twice. */
final class AnsweredOnceTest extends SimulatedIotbos {

    private static final List<String> CARDS = Cards.inventory(120);

    AnsweredOnceTest() {
        super(CARDS);
    }

    @Test
    @Timeout(120)
    void whoseReadingBreaks() throws Exception {
        edit(
                "routes/vendors/iotbos-call.camel.yaml",
                "(?m)^( *)- process:\\n *ref: findItems\\n.*\\n",
                "$0$1- setBody: {constant: x}\n");
        signatures();
        Accounted sweep = swept("iotbos-usage");
        assertThat(sweep.failed()).containsExactlyInAnyOrderElementsOf(CARDS);
        assertThat(sweep.number("retries")).as(sweep.end().toString()).isZero();
    }

    @Test
    @Timeout(120)
    void whoseStepStandsTwice() throws Exception {
        edit(
                "routes/shared/sweep.camel.yaml",
                "(?m)^( *)- to:\\n *uri: direct:request\\n",
                "$0$1- to: {uri: direct:request}\n");
        signatures();
        Accounted sweep = swept("iotbos-usage");
        assertThat(values("sim.usage").stream().map(card -> card.path("card").asText()))
                .containsExactlyInAnyOrderElementsOf(CARDS);
        assertThat(sweep.number("published")).as(sweep.end().toString()).isEqualTo(CARDS.size());
    }
}
