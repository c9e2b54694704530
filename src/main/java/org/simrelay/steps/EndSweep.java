package org.simrelay.steps;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.lifecycle.SweepEnds;
import org.simrelay.sweep.Sweep;

/** The last step of a sweep: complete, partial or failed, with its counts, to sim.ends; or suspended for the next run of the service. */
public final class EndSweep implements Processor {

    private final SweepEnds ends;

    public EndSweep(SweepEnds ends) {
        this.ends = ends;
    }

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = exchange.getProperty(ExchangeContract.SWEEP, Sweep.class);
        if (sweep != null) {
            ends.end(sweep);
        }
    }
}
