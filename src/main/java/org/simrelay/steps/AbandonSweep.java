package org.simrelay.steps;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.RequestFailures;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A step behind what failed outside any request: the sweep stops. */
public final class AbandonSweep implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonSweep.class);

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = exchange.getProperty(ExchangeContract.SWEEP, Sweep.class);
        String reason = RequestFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .reason();
        if (sweep != null) {
            sweep.stop(reason);
        } else {
            LOG.error("a sweep could not be recorded: {}", reason);
        }
    }
}
