package org.simrelay.steps;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.account.Permit;
import org.simrelay.http.RequestTarget;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/**
 * A step right before {@code to: http}: the address of the call, the property {@code sent}, is handed to the client, and the
 * call goes out with its attempt's permit and is counted.
 */
public final class SetRequestTarget implements Processor {

    /** @throws RequestFailure later when the account's daily budget is spent */
    @Override
    public void process(Exchange exchange) throws InterruptedException, RequestFailure {
        Sweep sweep = OpenRequest.sweep(exchange);
        Request request = OpenRequest.request(exchange);
        Permit permit = request == null ? null : request.attempts().permit();
        if (permit != null) {
            permit.goesOut(sweep.account());
        }
        Counts counts = sweep.counts();
        counts.requests.incrementAndGet();
        if (request != null) {
            request.attempts().forget();
            if (request.attempts().count() > 0) {
                counts.retries.incrementAndGet();
            }
        }
        exchange.getMessage().setHeader(RequestTarget.HEADER, exchange.getProperty("sent", String.class));
    }
}
