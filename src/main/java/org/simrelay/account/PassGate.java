package org.simrelay.account;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.RequestScope;
import org.simrelay.sweep.Sweep;

/** A step before a login: waits for the account's pace alone, since a request that has a place is waiting for it. */
public final class PassGate implements Processor {

    /** @throws Refusal transient while the account's breaker is open; later when its daily budget is spent */
    @Override
    public void process(Exchange exchange) throws InterruptedException, Refusal {
        Sweep sweep = RequestScope.sweep(exchange);
        try {
            sweep.account().gate().pass();
        } catch (CallNotPermittedException e) {
            throw GateRefusals.open();
        } catch (BudgetSpentException e) {
            throw GateRefusals.spent(e, sweep.account());
        }
        sweep.counts().requests.incrementAndGet();
    }
}
