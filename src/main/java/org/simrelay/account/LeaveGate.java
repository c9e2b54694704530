package org.simrelay.account;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestScope;
import org.simrelay.sweep.Sweep;

/** A step after a call, whatever came of it: settles the attempt's permit; where the vendor denied it, not before the sweep has stopped. */
public final class LeaveGate implements Processor {

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = RequestScope.sweep(exchange);
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (thrown instanceof Refusal refusal && refusal.outcome() == Outcome.DENIED) {
            sweep.stop(refusal.advice());
        }
        Request request = RequestScope.request(exchange);
        Permit permit = request == null ? null : request.tries().permit();
        if (permit != null) {
            permit.release(thrown);
        }
        sweep.moved();
    }
}
