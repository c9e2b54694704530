package org.simrelay.http;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestScope;

/**
 * A step right before {@code to: http}: the address of the call, the property {@code sent}, is handed to the client, and the
 * call is counted.
 */
public final class VendorAddress implements Processor {

    @Override
    public void process(Exchange exchange) {
        Counts counts = RequestScope.sweep(exchange).counts();
        counts.requests.incrementAndGet();
        Request request = RequestScope.request(exchange);
        if (request != null) {
            request.tries().forget();
            if (request.tries().count() > 0) {
                counts.retries.incrementAndGet();
            }
        }
        exchange.getMessage().setHeader(RequestTarget.HEADER, exchange.getProperty("sent", String.class));
    }
}
