package org.simrelay.steps;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.simrelay.account.Account;
import org.simrelay.account.BreakerOpenException;
import org.simrelay.account.BudgetSpentException;
import org.simrelay.account.Permit;
import org.simrelay.account.PermitFailures;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/**
 * A step before a call: waits for the attempt's {@link Permit}. A token or signature is taken behind it, so that it is fresh
 * however long the wait was. What becomes of a request that gets none, the failure policy decides by what is thrown here.
 */
public final class AcquirePermit implements Processor {

    /**
     * @throws RequestFailure transient while the account's breaker is open; later when its daily budget is spent, or the sweep has
     *     stopped
     */
    @Override
    public void process(Exchange exchange) throws InterruptedException, RequestFailure {
        Sweep sweep = ExchangeContract.sweep(exchange);
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        Account account = sweep.account();
        if (request.waits(false)) {
            account.threads().resumed();
        }
        // what the try before this one threw would be believed of this one (Camel 4.18 keeps it)
        exchange.removeProperty(ExchangePropertyKey.EXCEPTION_CAUGHT);
        // a route without the step that leaves the gate must not cost the account a place
        request.attempts().cancelPermit();
        stopIfStopped(sweep);
        try {
            Permit permit = account.gate().acquirePermit(request.attempts().maySitOut(), sweep::stopped);
            request.attempts().permit(permit);
            if (permit.waitedForBreaker()) {
                request.attempts().satOut();
            }
        } catch (BreakerOpenException e) {
            request.attempts().satOut();
            stopIfStopped(sweep);
            throw PermitFailures.open(e);
        } catch (BudgetSpentException e) {
            throw PermitFailures.spent(e, account);
        }
        if (sweep.stopped()) {
            request.attempts().cancelPermit();
            stopIfStopped(sweep);
        }
        request.attempts().begin(account.monotonic().millis());
        sweep.listener().attemptBegun(sweep, request);
        sweep.pulse().moved();
    }

    private static void stopIfStopped(Sweep sweep) throws RequestFailure {
        String reason = sweep.stopReason();
        if (reason != null) {
            throw PermitFailures.stopped(reason);
        }
    }
}
