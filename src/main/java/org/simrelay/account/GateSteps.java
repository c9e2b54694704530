package org.simrelay.account;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The gate as steps of a route: {@code enter} before a call, {@code leave} after it, whatever came of it. A token or
 * signature is taken behind the gate, so that it is fresh however long the wait was. */
public final class GateSteps {

    /**
     * Waits for the account's pace and a place among its requests in flight.
     *
     * @throws Refusal transient while the account's breaker is open; later when its daily budget is spent, or the sweep has
     *     stopped
     */
    public void enter(@ExchangeProperty("sweep") Sweep sweep, @ExchangeProperty("request") Request request)
            throws InterruptedException, Refusal {
        if (request.waits(false)) {
            sweep.account().threads().resumed();
        }
        stopIfStopped(sweep);
        Gate gate = sweep.account().gate();
        try {
            gate.enter();
        } catch (CallNotPermittedException e) {
            throw open();
        } catch (BudgetSpentException e) {
            throw spent(e, sweep.account());
        }
        if (sweep.stopped()) {
            gate.turnBack();
            stopIfStopped(sweep);
        }
    }

    /**
     * Waits for the account's pace alone: for a login, which a request that has a place is waiting for.
     *
     * @throws Refusal transient while the account's breaker is open; later when its daily budget is spent
     */
    public void pass(@ExchangeProperty("sweep") Sweep sweep) throws InterruptedException, Refusal {
        try {
            sweep.account().gate().pass();
        } catch (CallNotPermittedException e) {
            throw open();
        } catch (BudgetSpentException e) {
            throw spent(e, sweep.account());
        }
    }

    /** Counts a call that goes out now. */
    public void called(@ExchangeProperty("sweep") Sweep sweep, @ExchangeProperty("request") @Nullable Request request) {
        sweep.counts().requests.incrementAndGet();
        if (request != null) {
            request.forget();
            if (request.attempts() > 0) {
                sweep.counts().retries.incrementAndGet();
            }
        }
    }

    /** Gives the place back; where the vendor denied the call, not before the sweep has stopped. */
    public void leave(
            @ExchangeProperty("sweep") Sweep sweep,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) @Nullable Exception thrown) {
        if (thrown instanceof Refusal refusal && refusal.outcome() == Outcome.DENIED) {
            sweep.stop(refusal.advice());
        }
        sweep.account().gate().leave();
    }

    private static void stopIfStopped(Sweep sweep) throws Refusal {
        String reason = sweep.stopReason();
        if (reason != null) {
            throw new Refusal(Outcome.LATER, Refusal.STOPPED, reason);
        }
    }

    private static Refusal spent(BudgetSpentException e, Account account) {
        return new Refusal(
                Outcome.LATER,
                Refusal.BUDGET,
                account.source() + ": " + e.getMessage() + "; it is new at midnight, Asia/Shanghai, or raise "
                        + account.key("requests-per-day"));
    }

    private static Refusal open() {
        return new Refusal(
                Outcome.TRANSIENT,
                Refusal.NOT_ASKED,
                "not asked: the last calls brought no answer, the breaker is open");
    }
}
