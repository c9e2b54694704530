package org.simrelay.steps;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;
import org.simrelay.lifecycle.SweepEnds;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.sweep.Sweep;

/** The first step of a sweep: its beginning goes to sim.sweeps. Where the last one still runs, this one is recorded as skipped and asks nothing. */
public final class StartSweep implements Processor {

    private final Sweeps sweeps;
    private final SweepEnds ends;

    public StartSweep(Sweeps sweeps, SweepEnds ends) {
        this.sweeps = sweeps;
        this.ends = ends;
    }

    @Override
    public void process(Exchange exchange) {
        AccountsOfPoll.Part part = exchange.getMessage().getBody(AccountsOfPoll.Part.class);
        Query query = exchange.getContext().getRegistry().lookupByNameAndType(part.poll(), Query.class);
        if (query == null) {
            throw new SettingsException("poll " + part.poll()
                    + " has no bean of its name, an org.simrelay.steps.Query: add it to its file");
        }
        Sweep sweep = sweeps.start(part.poll(), part.account(), part.run());
        if (sweep == null) {
            return;
        }
        exchange.setProperty(ExchangeContract.SWEEP, sweep);
        exchange.setProperty(ExchangeContract.QUERY, query);
        exchange.setProperty(ExchangeContract.RUN, part.run());
        exchange.setProperty(ExchangeContract.CALL, "direct:" + sweep.id().vendor() + "-call");
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(@Nullable Exchange done) {
                ends.endIfLeft(sweep, done == null ? null : done.getException());
            }
        });
    }
}
