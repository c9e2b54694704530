package org.simrelay.steps;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** A step behind a request that never went out: it stands again among those to ask, and counts with what the sweep did not ask. */
public final class HandBackRequest implements Processor {

    @Override
    public void process(Exchange exchange) {
        handBack(ExchangeContract.sweep(exchange), Objects.requireNonNull(ExchangeContract.request(exchange)));
    }

    static void handBack(Sweep sweep, Request request) {
        Objects.requireNonNull(sweep.requests()).follow(List.of(request.untried()));
    }
}
