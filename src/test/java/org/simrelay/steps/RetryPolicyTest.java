package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.simrelay.account.RetryWaits;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.reply.RequestFailures;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Whether a step that failed is taken again. */
class RetryPolicyTest {

    private final RetryPolicy retries = new RetryPolicy(
            new RetryWaits(TestSweeps.settings(Map.of("IOTBOS_MAX_ATTEMPTS", "3", "RETRY_MAX_DELAY", "30s"))));
    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final Request request = BatchRequest.of(1, List.of("1001"));
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @BeforeEach
    void inASweep() {
        exchange.setProperty("sweep", sweep);
        exchange.setProperty("request", request);
    }

    private boolean shouldRetry(Exception thrown) {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, thrown);
        return retries.shouldRetry(exchange);
    }

    private static RequestFailure failure(Outcome outcome, @Nullable Duration retryAfter) {
        Outcome onRepeat = outcome == Outcome.REAUTH ? Outcome.BATCH : outcome;
        return new RequestFailure(outcome, "1", "refused", retryAfter, onRepeat);
    }

    private RequestFailure onRepeat() {
        RequestFailure last = request.attempts().lastFailure();
        return last == null
                ? RequestFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                : sweep.streaks().settle(request, last).failure();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "QUOTA", "UNKNOWN"})
    void whatPassesByItselfIsTriedUpToTheBound(Outcome outcome) {
        RequestFailure failure = failure(outcome, null);
        assertThat(shouldRetry(failure)).isTrue();
        assertThat(shouldRetry(failure)).isTrue();
        assertThat(shouldRetry(failure)).isFalse();
        assertThat(request.attempts().count()).isEqualTo(3);
        assertThat(onRepeat()).isSameAs(failure);
    }

    @Test
    void whatIsSaidOfARequestHoldsNoPartOfItsSignatures() {
        request.attempts().tokens().use("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
        request.attempts().tokens().use("fedcba98765432100123456789abcdef");
        shouldRetry(
                new IOException("at /a&x=0F1E2D3C4B5A… and fedcba98765432100123456789ABCDEF, " + "x".repeat(5_000)));
        assertThat(onRepeat().reason())
                .startsWith("IOException: at /a&x=***… and ***, xxx")
                .hasSizeLessThanOrEqualTo(RequestFailure.MOST_SHOWN + 1);
    }

    @Test
    void aPreviewTriesOnce() {
        exchange.setProperty("sweep", new Sweep(sweep.id(), sweep.account(), sweep.startedAt(), new Preview()));
        assertThat(shouldRetry(failure(Outcome.TRANSIENT, null))).isFalse();
        request.attempts().tokens().use("token-1");
        assertThat(shouldRetry(failure(Outcome.REAUTH, null))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"TRANSIENT", "QUOTA", "UNKNOWN", "REAUTH"})
    void whatAskingAgainWouldNotHelpIsNotTried(Outcome outcome) {
        assertThat(shouldRetry(failure(outcome, null))).isFalse();
    }

    @Test
    void aRefusedTokenIsAskedOnceMoreAtOnceAndThenBelieved() {
        request.attempts().tokens().use("token-1");
        assertThat(shouldRetry(failure(Outcome.REAUTH, null))).isTrue();
        assertThat(request.attempts().tokens().refused()).isEqualTo("token-1");
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(0L);
        request.attempts().tokens().use("token-2");
        assertThat(shouldRetry(failure(Outcome.REAUTH, null))).isFalse();
        assertThat(onRepeat().outcome()).isEqualTo(Outcome.BATCH);
    }

    @Test
    void aRetryAfterIsHeldUpToTheLongestWait() {
        assertThat(shouldRetry(failure(Outcome.QUOTA, Duration.ofSeconds(20)))).isTrue();
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(20_000L);
        assertThat(shouldRetry(failure(Outcome.QUOTA, Duration.ofHours(1)))).isTrue();
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(30_000L);
    }

    @Test
    void theGrowingWaitsHoldWhereTheVendorAsksForNone() {
        assertThat(shouldRetry(failure(Outcome.QUOTA, null))).isTrue();
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @Test
    void aRetryAfterOfZeroDoesNotTakeTheGrowingWaitAway() {
        assertThat(shouldRetry(failure(Outcome.QUOTA, Duration.ZERO))).isTrue();
        assertThat(exchange.getIn().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "REAUTH"})
    void aSweepThatStoppedTriesNothingAgain(Outcome outcome) {
        sweep.stop("denied");
        assertThat(shouldRetry(failure(outcome, null))).isFalse();
    }

    @Test
    void aRequestWhoseCardsAreBeingPublishedIsNotAskedAgain() {
        request.publishing(List.of("1001"));
        assertThat(shouldRetry(failure(Outcome.TRANSIENT, null))).isFalse();
    }

    @Test
    void aFailureOutsideOfASweepIsNotTriedAgain() {
        exchange.removeProperty("sweep");
        assertThat(shouldRetry(new IllegalStateException("bug"))).isFalse();
        assertThat(onRepeat().outcome()).isEqualTo(Outcome.UNKNOWN);
    }
}
