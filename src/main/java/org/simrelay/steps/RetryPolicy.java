package org.simrelay.steps;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Permit;
import org.simrelay.account.RetryWaits;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.reply.RequestFailure;
import org.simrelay.reply.RequestFailures;
import org.simrelay.sweep.Attempts;
import org.simrelay.sweep.Decision;
import org.simrelay.sweep.FailurePolicy;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code retryWhile} of the polls' error handling: counts a failed attempt, and acts on what {@link FailurePolicy} decides where
 * the same is to be asked again. How long the waits are stands in {@code routes/shared/retries.camel.yaml}; what becomes of a
 * request that is not asked again, in {@code routes/shared/failure.camel.yaml}.
 */
public final class RetryPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);

    private final RetryWaits waits;

    public RetryPolicy(RetryWaits waits) {
        this.waits = waits;
    }

    /**
     * Ends the attempt that failed and prepares the next, if there is to be one.
     *
     * @return whether to try again: outcomes that pass by themselves up to {@code <vendor>.max-attempts} attempts (a preview has one),
     *     a refused signature or token once
     */
    public boolean shouldRetry(Exchange exchange) {
        Sweep sweep = exchange.getProperty(ExchangeContract.SWEEP, Sweep.class);
        Request request = exchange.getProperty(ExchangeContract.REQUEST, Request.class);
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        OutOfMemory.endIfCausedBy(thrown);
        if (sweep == null || request == null) {
            return false;
        }
        RequestFailure failure = end(sweep, request, thrown);
        Decision decision = FailurePolicy.decide(
                sweep, request, failure, waits.maxAttempts(sweep.id().vendor()));
        switch (decision.action()) {
            case REAUTHENTICATE -> {
                request.attempts().tokens().reauthenticate();
                wait(exchange, sweep, request, Duration.ZERO);
            }
            case RETRY -> wait(exchange, sweep, request, decision.after());
            default -> {
                // the route of failures acts on it
            }
        }
        return decision.asksAgain();
    }

    /** The attempt is over; gives its failure, which from here on is in records, reasons and the log. */
    private static RequestFailure end(Sweep sweep, Request request, @Nullable Throwable thrown) {
        Attempts attempts = request.attempts();
        Permit permit = attempts.permit();
        if (permit != null) {
            // a call's own route has said so already; this is for one that lacks the step
            permit.release(thrown);
        }
        RequestFailure failure = RequestFailures.of(thrown);
        if (thrown != null
                && RequestFailure.FAULT.equals(failure.code())
                && sweep.account().warnOnce("fault " + thrown.getClass().getName())) {
            LOG.error("{}: {}: a step of the service broke, not the vendor", sweep, request.id(), thrown);
        }
        RequestFailure masked = failure.with(text -> attempts.shown(text, RequestFailure.MOST_SHOWN));
        attempts.failed(masked);
        AttemptEnds.tell(sweep, request, masked.outcome());
        return masked;
    }

    /** Camel takes this header before its own growing waits (RedeliveryErrorHandler), and waits on the request's thread. */
    private void wait(Exchange exchange, Sweep sweep, Request request, @Nullable Duration asked) {
        request.waits(true);
        sweep.account().threads().waiting();
        if (asked != null) {
            exchange.getIn()
                    .setHeader(Exchange.REDELIVERY_DELAY, waits.bounded(asked).toMillis());
        }
    }
}
