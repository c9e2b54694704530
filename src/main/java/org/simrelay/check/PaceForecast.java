package org.simrelay.check;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.simrelay.account.Accounts;
import org.simrelay.account.PaceDemand;
import org.simrelay.config.RouteFiles;
import org.simrelay.lifecycle.Timers;
import org.simrelay.source.Batches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns, before any sweep, of a pace that is too slow for the inventory as it is now. */
final class PaceForecast {

    private static final Logger LOG = LoggerFactory.getLogger(PaceForecast.class);

    private PaceForecast() {}

    /**
     * @param polls those that ask about the inventory
     * @param cards how many it has
     */
    static void warn(List<String> polls, long cards, CamelContext context, Instant now) {
        Accounts accounts = context.getRegistry().lookupByNameAndType("accounts", Accounts.class);
        Batches batches = context.getRegistry().lookupByNameAndType("batches", Batches.class);
        Set<PaceDemand> demands = new LinkedHashSet<>();
        for (String poll : polls) {
            Duration again = Timers.period(context, poll, now);
            if (again != null) {
                String vendor = RouteFiles.vendor(poll);
                PaceDemand demand = accounts.of(vendor, Accounts.FIRST).demand();
                demand.fires(poll, again);
                demand.takes(poll, cards, batches.size(vendor));
                demands.add(demand);
            }
        }
        for (PaceDemand demand : demands) {
            String shortfall = demand.takeWarning();
            if (shortfall != null) {
                LOG.warn(shortfall);
            }
        }
    }
}
