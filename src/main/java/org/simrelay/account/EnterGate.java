package org.simrelay.account;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestScope;
import org.simrelay.sweep.Sweep;

/**
 * A step before a call: waits for the attempt's {@link Permit}. A token or signature is taken behind it, so that it is fresh
 * however long the wait was.
 */
public final class EnterGate implements Processor {

    /**
     * @throws Refusal transient while the account's breaker is open; later when its daily budget is spent, or the sweep has
     *     stopped
     */
    @Override
    public void process(Exchange exchange) throws InterruptedException, Refusal {
        Sweep sweep = RequestScope.sweep(exchange);
        Request request = Objects.requireNonNull(RequestScope.request(exchange));
        Account account = sweep.account();
        if (request.waits(false)) {
            account.threads().resumed();
        }
        // what the try before this one threw would be believed of this one (Camel 4.18 keeps it)
        exchange.removeProperty(ExchangePropertyKey.EXCEPTION_CAUGHT);
        // a route without the step that leaves the gate must not cost the account a place
        request.tries().cancelPermit();
        stopIfStopped(sweep);
        try {
            Permit permit = account.gate().acquirePermit(request.tries().maySitOut(), sweep::stopped);
            request.tries().permit(permit);
            if (permit.waitedForBreaker()) {
                request.tries().satOut();
            }
        } catch (BreakerOpenException e) {
            request.tries().satOut();
            stopIfStopped(sweep);
            throw GateRefusals.open(e);
        } catch (BudgetSpentException e) {
            throw GateRefusals.spent(e, account);
        }
        if (sweep.stopped()) {
            request.tries().cancelPermit();
            stopIfStopped(sweep);
        }
        sweep.moved();
    }

    private static void stopIfStopped(Sweep sweep) throws Refusal {
        String reason = sweep.stopReason();
        if (reason != null) {
            throw GateRefusals.stopped(reason);
        }
    }
}
