package org.simrelay.steps;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.sweep.Request;

/** A step behind a request that never went out: it stands again among those to ask, and counts with what the sweep did not ask. */
public final class HandBackRequest implements Processor {

    @Override
    public void process(Exchange exchange) {
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        Objects.requireNonNull(ExchangeContract.sweep(exchange).requests()).follow(List.of(request.untried()));
    }
}
