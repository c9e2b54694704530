package org.simrelay.steps;

import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.lifecycle.Departures;
import org.simrelay.lifecycle.SweepEnds;
import org.simrelay.mapping.Mappings;
import org.simrelay.sweep.Sweep;

/** The last step of a sweep: complete, partial or failed, with its counts, to sim.ends; or suspended for the next run of the service. */
public final class EndSweep implements Processor {

    private final SweepEnds ends;
    private final ClearedCards cleared;

    public EndSweep(SweepEnds ends, Departures departures, Mappings mappings, Clock clock) {
        this.ends = ends;
        this.cleared = new ClearedCards(departures, mappings, clock);
    }

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = exchange.getProperty(ExchangeContract.SWEEP, Sweep.class);
        if (sweep != null) {
            cleared.tell(sweep, exchange.getContext(), exchange.getProperty(ExchangeContract.QUERY, Query.class));
            ends.end(sweep);
        }
    }
}
