package org.simrelay.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.account.PaceDemand;
import org.simrelay.config.RouteFiles;
import org.simrelay.inventory.InventoryScan;
import org.simrelay.lifecycle.Timers;
import org.simrelay.source.InventoryBatches;

/** Reads the inventories, and warns, before any sweep, of a pace that is too slow for them as they are now. */
final class PaceForecast {

    private record Need(String poll, String account, long cards, int batch) {}

    private final InventoryBatches inventory;
    private final boolean mayLack;
    private final Problems problems;
    private final Set<Need> needs = new LinkedHashSet<>();
    private final Map<String, Long> surveys = new HashMap<>();

    /** @param mayLack whether an inventory that is not there is only warned of */
    PaceForecast(InventoryBatches inventory, boolean mayLack, Problems problems) {
        this.inventory = inventory;
        this.mayLack = mayLack;
        this.problems = problems;
    }

    /**
     * Reads the inventories of a poll, one for each account; none where it asks for none.
     *
     * @throws org.simrelay.config.SettingsException when one cannot be read or holds no card
     */
    void read(RouteFile poll, Accounts accounts) {
        QueryText query = poll.query();
        if (query == null || !query.has("batch")) {
            return;
        }
        for (String name : accounts.names(poll.vendor())) {
            problems.attempt(() -> read(poll.id(), query, accounts.of(poll.vendor(), name), name));
        }
    }

    private void read(String poll, QueryText query, Account account, String name) {
        String key = query.value("cards");
        Path file = account.cardsFile().ofPoll(key);
        if (mayLack && Files.notExists(file)) {
            problems.warn(file + ", the inventory of " + account.id()
                    + ", is not there; put it where the service runs (cards.file)");
            return;
        }
        // several polls ask for the cards of one account, in a file that may be large
        long cards = Objects.requireNonNull(surveys.computeIfAbsent(
                account.id() + " " + file, read -> cards(file, account, inventory.survey(account, key))));
        String size = String.valueOf(query.value("batch"));
        needs.add(new Need(poll, name, cards, size.matches("[0-9]{1,5}") ? Integer.parseInt(size) : 1));
    }

    /** How many there are; warns of lines that hold none, since no sweep over them can be complete. */
    private long cards(Path file, Account account, InventoryScan scan) {
        InventoryHeader.doubtful(file).ifPresent(problems::warn);
        if (scan.badLines() > 0) {
            problems.warn(file + " line " + scan.firstBad() + ": " + scan.badLines()
                    + " lines hold no card number of an account that is set, this one first: no sweep of "
                    + account.vendor() + " over it can be complete; mend or remove them");
        }
        return scan.cards();
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
            @Nullable String shortfall = demand.takeWarning();
            if (shortfall != null) {
                problems.warn(shortfall);
            }
        }
    }
}
