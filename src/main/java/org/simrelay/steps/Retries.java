package org.simrelay.steps;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Permit;
import org.simrelay.config.Settings;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.reply.RequestFailures;
import org.simrelay.sweep.BatchContent;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a step that failed is taken again: the {@code retryWhile} of the polls' error handling. How long the
 * waits are stands there too, in {@code routes/shared/retries.camel.yaml}.
 */
public final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final Settings settings;

    public Retries(Settings settings) {
        this.settings = settings;
    }

    /**
     * Leaves the {@link RequestFailure} to believe in the exchange's property "refusal".
     *
     * @return whether to try again: outcomes that pass by themselves up to {@code <vendor>.retries} tries (a preview
     *     has one), a refused signature or token once
     */
    public boolean shouldRetry(Exchange exchange) {
        Sweep sweep = exchange.getProperty("sweep", Sweep.class);
        Request request = exchange.getProperty("request", Request.class);
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        OutOfMemory.endIfCausedBy(thrown);
        RequestFailure failure = RequestFailures.of(thrown);
        exchange.setProperty("refusal", failure);
        if (sweep == null || request == null) {
            return false;
        }
        Permit permit = request.attempts().permit();
        if (permit != null) {
            // a call's own route has said so already; this is for one that lacks the step
            permit.release(thrown);
        }
        if (thrown != null
                && RequestFailure.FAULT.equals(failure.code())
                && sweep.account().warnOnce("fault " + thrown.getClass().getName())) {
            LOG.error("{}: {}: a step of the service broke, not the vendor", sweep, request.id(), thrown);
        }
        // from here on the message is in records, reasons and the log
        failure = failure.with(text -> request.attempts().shown(text, RequestFailure.MOST_SHOWN));
        exchange.setProperty("refusal", failure);
        int tries = request.attempts().failed();
        if (request.publishing() != null) {
            return false;
        }
        failure = BatchContent.judged(failure, request, sweep.account().session());
        exchange.setProperty("refusal", failure);
        if (failure.outcome() == Outcome.REAUTH) {
            if (sweep.isSuspended()) {
                return false;
            }
            if (request.attempts().tryReauthenticate() && !sweep.stopped()) {
                wait(exchange, sweep, request, Duration.ZERO);
                return true;
            }
            exchange.setProperty("refusal", failure.onRepeat());
            return false;
        }
        if (sweep.stopped() || !failure.outcome().retried() || tries >= mostTries(sweep)) {
            return false;
        }
        Duration asked = failure.retryAfter();
        // "at once" must not take the growing waits away
        wait(exchange, sweep, request, asked == null || asked.isZero() ? null : asked);
        return true;
    }

    private int mostTries(Sweep sweep) {
        // who previews sits and waits, and wants to see what came
        return sweep.preview() == null ? settings.integer(sweep.id().vendor() + ".retries", 1, 100) : 1;
    }

    /** Camel takes this header before its own growing waits (RedeliveryErrorHandler), and waits on the request's thread. */
    private void wait(Exchange exchange, Sweep sweep, Request request, @Nullable Duration asked) {
        request.waits(true);
        sweep.account().threads().waiting();
        if (asked != null) {
            Duration longest = settings.duration("retries.longest-wait");
            Duration bounded = asked.compareTo(longest) > 0 ? longest : asked;
            exchange.getIn().setHeader(Exchange.REDELIVERY_DELAY, bounded.toMillis());
        }
    }
}
