package org.simrelay.steps;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.sweep.BatchRequest;

/** A step behind a batch that is refused for its content: its two halves are asked in its place, until the bad card stands alone. */
public final class BisectBatch implements Processor {

    @Override
    public void process(Exchange exchange) {
        if (ExchangeContract.request(exchange) instanceof BatchRequest batch) {
            Objects.requireNonNull(ExchangeContract.sweep(exchange).requests()).bisect(batch);
        }
    }
}
