package org.simrelay.account;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestScope;
import org.simrelay.sweep.Sweep;

/**
 * A step before a call: waits for the account's pace and a place among its requests in flight. A token or signature is taken
 * behind the gate, so that it is fresh however long the wait was.
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
        stopIfStopped(sweep);
        try {
            account.gate().enter();
        } catch (CallNotPermittedException e) {
            throw GateRefusals.open();
        } catch (BudgetSpentException e) {
            throw GateRefusals.spent(e, account);
        }
        if (sweep.stopped()) {
            account.gate().turnBack();
            stopIfStopped(sweep);
        }
    }

    private static void stopIfStopped(Sweep sweep) throws Refusal {
        String reason = sweep.stopReason();
        if (reason != null) {
            throw GateRefusals.stopped(reason);
        }
    }
}
