package org.simrelay.account;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.RequestScope;
import org.simrelay.sweep.Sweep;

/** A step after a call, whatever came of it: gives the place back; where the vendor denied it, not before the sweep has stopped. */
public final class LeaveGate implements Processor {

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = RequestScope.sweep(exchange);
        Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (thrown instanceof Refusal refusal && refusal.outcome() == Outcome.DENIED) {
            sweep.stop(refusal.advice());
        }
        sweep.account().gate().leave();
    }
}
