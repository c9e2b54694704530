package org.simrelay.service;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.simrelay.account.Accounts;
import org.simrelay.account.Demand;
import org.simrelay.config.RouteFiles;
import org.simrelay.inventory.Batches;
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
    static void of(List<String> polls, long cards, CamelContext context, Instant now) {
        Accounts accounts = context.getRegistry().lookupByNameAndType("accounts", Accounts.class);
        Batches batches = context.getRegistry().lookupByNameAndType("batches", Batches.class);
        Set<Demand> demands = new LinkedHashSet<>();
        for (String poll : polls) {
            Duration again = Timers.again(context, poll, now);
            if (again != null) {
                String vendor = RouteFiles.vendor(poll);
                Demand demand = accounts.of(vendor, Accounts.FIRST).demand();
                demand.fires(poll, again);
                demand.takes(poll, cards, batches.size(vendor));
                demands.add(demand);
            }
        }
        for (Demand demand : demands) {
            String shortfall = demand.shortfall();
            if (shortfall != null) {
                LOG.warn(shortfall);
            }
        }
    }
}
