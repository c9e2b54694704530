package org.simrelay.steps;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.account.Permit;
import org.simrelay.sweep.FailurePolicy;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** A step after a call, whatever came of it: settles the attempt's permit; where the vendor denied it, not before the sweep has stopped. */
public final class ReleasePermit implements Processor {

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = ExchangeContract.sweep(exchange);
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String stop = FailurePolicy.stopsAtOnce(thrown);
        if (stop != null) {
            sweep.stop(stop);
        }
        Request request = ExchangeContract.request(exchange);
        Permit permit = request == null ? null : request.attempts().permit();
        if (permit != null) {
            permit.release(thrown);
        }
        sweep.pulse().moved();
    }
}
