package org.simrelay.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Whether a step that failed is taken again. */
class RetriesTest {

    private final Retries retries =
            new Retries(TestSweeps.settings(Map.of("IOTBOS_RETRIES", "3", "RETRIES_LONGEST_WAIT", "30s")));
    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final Request request = Request.ofBatch(1, List.of("1001"));
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @BeforeEach
    void inASweep() {
        exchange.setProperty("sweep", sweep);
        exchange.setProperty("request", request);
    }

    private boolean again(Exception thrown) {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, thrown);
        return retries.again(exchange);
    }

    private static Refusal refusal(Outcome outcome, @Nullable Duration retryAfter) {
        Outcome believed = outcome == Outcome.REAUTH ? Outcome.BATCH : outcome;
        return new Refusal(outcome, "1", "refused", retryAfter, believed);
    }

    private Refusal believed() {
        return exchange.getProperty("refusal", Refusal.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "QUOTA", "UNKNOWN"})
    void whatPassesByItselfIsTriedUpToTheBound(Outcome outcome) {
        Refusal refusal = refusal(outcome, null);
        assertThat(again(refusal)).isTrue();
        assertThat(again(refusal)).isTrue();
        assertThat(again(refusal)).isFalse();
        assertThat(request.tries().count()).isEqualTo(3);
        assertThat(believed()).isSameAs(refusal);
    }

    @Test
    void aPreviewTriesOnce() {
        exchange.setProperty("sweep", new Sweep(sweep.id(), sweep.account(), sweep.startedAt(), new Preview()));
        assertThat(again(refusal(Outcome.TRANSIENT, null))).isFalse();
        request.tries().using("token-1");
        assertThat(again(refusal(Outcome.REAUTH, null))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"TRANSIENT", "QUOTA", "UNKNOWN", "REAUTH"})
    void whatAskingAgainWouldNotHelpIsNotTried(Outcome outcome) {
        assertThat(again(refusal(outcome, null))).isFalse();
    }

    @Test
    void aRefusedTokenIsAskedOnceMoreAtOnceAndThenBelieved() {
        request.tries().using("token-1");
        assertThat(again(refusal(Outcome.REAUTH, null))).isTrue();
        assertThat(request.tries().refusedToken()).isEqualTo("token-1");
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(0L);
        request.tries().using("token-2");
        assertThat(again(refusal(Outcome.REAUTH, null))).isFalse();
        assertThat(believed().outcome()).isEqualTo(Outcome.BATCH);
    }

    @Test
    void aRetryAfterIsHeldUpToTheLongestWait() {
        assertThat(again(refusal(Outcome.QUOTA, Duration.ofSeconds(20)))).isTrue();
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(20_000L);
        assertThat(again(refusal(Outcome.QUOTA, Duration.ofHours(1)))).isTrue();
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(30_000L);
    }

    @Test
    void theGrowingWaitsHoldWhereTheVendorAsksForNone() {
        assertThat(again(refusal(Outcome.QUOTA, null))).isTrue();
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @Test
    void aRetryAfterOfZeroDoesNotTakeTheGrowingWaitAway() {
        assertThat(again(refusal(Outcome.QUOTA, Duration.ZERO))).isTrue();
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "REAUTH"})
    void aSweepThatStoppedTriesNothingAgain(Outcome outcome) {
        sweep.stop("denied");
        assertThat(again(refusal(outcome, null))).isFalse();
    }

    @Test
    void aRequestWhoseCardsAreBeingPublishedIsNotAskedAgain() {
        request.publishing(List.of("1001"));
        assertThat(again(refusal(Outcome.TRANSIENT, null))).isFalse();
    }

    @Test
    void aFailureOutsideOfASweepIsNotTriedAgain() {
        exchange.removeProperty("sweep");
        assertThat(again(new IllegalStateException("bug"))).isFalse();
        assertThat(believed().outcome()).isEqualTo(Outcome.UNKNOWN);
    }
}
