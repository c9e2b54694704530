package org.simrelay.lifecycle;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;

/** Runs a poll's route once, on the caller's thread; the only way beside its timer. */
public final class PollRunner {

    private final CamelContext context;

    public PollRunner(CamelContext context) {
        this.context = context;
    }

    /** Whether there is such a poll here. */
    public boolean has(String poll) {
        return context.getRoute(poll) != null;
    }

    /**
     * Runs it to its end.
     *
     * @param run told how its sweeps end
     * @return what it threw; null where it threw nothing
     * @throws SettingsException where there is no such poll
     */
    public @Nullable Exception run(String poll, PollRun run) {
        Route route = context.getRoute(poll);
        if (route == null) {
            throw new SettingsException("there is no poll \"" + poll + "\" here");
        }
        Exchange exchange = route.getEndpoint().createExchange();
        exchange.setProperty(ExchangeRun.PROPERTY, run);
        try {
            route.getProcessor().process(exchange);
            return exchange.getException();
        } catch (Exception e) {
            return e;
        }
    }
}
