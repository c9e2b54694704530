package org.simrelay.steps;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.sweep.Sweep;

/** The last step of a sweep: complete, partial or failed, with its counts, to sim.sweeps; or suspended for the next run of the service. */
public final class EndSweep implements Processor {

    private final Sweeps sweeps;

    public EndSweep(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = exchange.getProperty(ExchangeContract.SWEEP, Sweep.class);
        if (sweep != null) {
            sweeps.end(sweep);
        }
    }
}
