package org.simrelay.check;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.account.PaceDemand;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.lifecycle.Timers;
import org.simrelay.source.InventoryBatches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns, before any sweep, of a pace that is too slow for the inventories as they are now. */
final class PaceForecast {

    private static final Logger LOG = LoggerFactory.getLogger(PaceForecast.class);

    private record Need(String poll, String account, long cards, int batch) {}

    private final Installation home;
    private final InventoryBatches inventory;
    private final Set<Need> needs = new LinkedHashSet<>();

    PaceForecast(Installation home, InventoryBatches inventory) {
        this.home = home;
        this.inventory = inventory;
    }

    /** The polls that ask about the cards of an inventory, with their queries as they are written. */
    Map<String, QueryText> polls() {
        Map<String, QueryText> polls = new TreeMap<>();
        for (String poll : home.files().polls()) {
            java.nio.file.Path file = home.files().poll(poll);
            QueryText query = QueryText.of(file, RouteCheck.text(file), home.settings());
            if (query != null && query.has("batch")) {
                polls.put(poll, query);
            }
        }
        return polls;
    }

    /**
     * Reads the inventories of a poll, one for each account.
     *
     * @throws org.simrelay.config.SettingsException when one cannot be read or holds no card
     */
    void read(String poll, QueryText query, Accounts accounts) {
        String vendor = RouteFiles.vendor(poll);
        String size = String.valueOf(query.value("batch"));
        for (String name : accounts.names(vendor)) {
            long cards = inventory
                    .survey(accounts.of(vendor, name), query.value("cards"))
                    .cards();
            needs.add(new Need(poll, name, cards, size.matches("[0-9]{1,5}") ? Integer.parseInt(size) : 1));
        }
    }

    /** Warns once an account. */
    void warn(CamelContext context, Instant now) {
        Accounts accounts = context.getRegistry().lookupByNameAndType("accounts", Accounts.class);
        Set<PaceDemand> demands = new LinkedHashSet<>();
        for (Need need : needs) {
            Duration period = Timers.period(context, need.poll(), now);
            if (period != null) {
                Account account = accounts.of(RouteFiles.vendor(need.poll()), need.account());
                account.demand().fires(need.poll(), period);
                account.demand().takes(need.poll(), need.cards(), Math.max(1, need.batch()));
                demands.add(account.demand());
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
