package org.simrelay.account;

import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The gate as steps of a route: {@code enter} before a call, {@code leave} after it, whatever came of it. */
public final class GateSteps {

    /** Waits for the account's pace and counts the call. */
    public void enter(@ExchangeProperty("sweep") Sweep sweep, @ExchangeProperty("request") @Nullable Request request)
            throws InterruptedException {
        sweep.account().gate().enter();
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
