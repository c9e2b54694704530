package org.simrelay.steps;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.account.Permit;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** A step after a call, whatever came of it: settles the attempt's permit; where the vendor denied it, not before the sweep has stopped. */
public final class ReleasePermit implements Processor {

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = OpenRequest.sweep(exchange);
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (thrown instanceof RequestFailure failure && failure.outcome() == Outcome.DENIED) {
            sweep.stop(failure.advice());
        }
        Request request = OpenRequest.request(exchange);
        Permit permit = request == null ? null : request.attempts().permit();
        if (permit != null) {
            permit.release(thrown);
        }
        sweep.moved();
    }
}
