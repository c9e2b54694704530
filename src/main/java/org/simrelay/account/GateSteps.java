package org.simrelay.account;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The gate as steps of a route: {@code enter} before a call, {@code leave} after it, whatever came of it. */
public final class GateSteps {

    /**
     * Waits for the account's pace and counts the call.
     *
     * @throws Refusal transient, while the account's breaker is open
     */
    public void enter(@ExchangeProperty("sweep") Sweep sweep, @ExchangeProperty("request") @Nullable Request request)
            throws InterruptedException, Refusal {
        try {
            sweep.account().gate().enter();
        } catch (CallNotPermittedException e) {
            throw new Refusal(
                    Outcome.TRANSIENT,
                    Refusal.NOT_ASKED,
                    "not asked: the last calls brought no answer, the breaker is open");
        }
        sweep.counts().requests.incrementAndGet();
        if (request != null) {
            request.forget();
            if (request.attempts() > 0) {
                sweep.counts().retries.incrementAndGet();
            }
        }
    }

    /** Gives the place back. */
    public void leave(@ExchangeProperty("sweep") Sweep sweep) {
        sweep.account().gate().leave();
    }
}
