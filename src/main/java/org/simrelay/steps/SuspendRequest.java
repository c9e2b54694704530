package org.simrelay.steps;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** A step behind a request that the next run of its sweep may still read: no checkpoint covers it, and no failure names it. */
public final class SuspendRequest implements Processor {

    @Override
    public void process(Exchange exchange) {
        Objects.requireNonNull(ExchangeContract.request(exchange)).tally().suspend();
    }
}
