package org.simrelay.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.spi.Registry;
import org.simrelay.account.Accounts;
import org.simrelay.account.Budget.Spent;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Untold;
import org.simrelay.source.InventoryGuard;

/** Gives the beans what earlier runs of the service left in Kafka for them. */
public final class StateRestorer {

    private StateRestorer() {}

    /**
     * Reads {@code sim.checkpoints} and restores budgets, inventory sizes and the ends of complete sweeps.
     *
     * @return all of it, the sweeps that were cut too
     * @throws org.simrelay.config.SettingsException when Kafka does not let it be read
     */
    public static SavedState restore(Installation home, Registry beans) {
        SavedState remembered = read(beans);
        give(home, beans, remembered, account -> true);
        return remembered;
    }

    /**
     * Reads {@code sim.checkpoints}.
     *
     * @throws org.simrelay.config.SettingsException when Kafka does not let it be read
     */
    public static SavedState read(Registry beans) {
        return new Checkpoints(beans.lookupByNameAndType("wholeTopic", WholeTopic.class), Json.MAPPER).read();
    }

    /** Gives the beans what is remembered of these accounts, {@code /<vendor>/<account>}. */
    public static void give(Installation home, Registry beans, SavedState remembered, Predicate<String> whose) {
        beans.lookupByNameAndType("inventoryGuard", InventoryGuard.class)
                .restore(SavedState.only(remembered.cards(), whose));
        beans.lookupByNameAndType("departures", Departures.class).restore(SavedState.only(remembered.listed(), whose));
        beans.lookupByNameAndType("changes", Changes.class).restore(remembered.values(), whose);
        beans.lookupByNameAndType("lastEnds", LastEnds.class).restore(SavedState.only(remembered.complete(), whose));
        RunningSweeps running =
                beans.lookupByNameAndType("sweeps", Sweeps.class).running();
        remembered.lastTicks(whose).forEach(running.ticks()::told);
        Superseding superseding = beans.lookupByNameAndType("superseding", Superseding.class);
        superseding.begin();
        // another process may have written meanwhile
        superseding.forget();
        Accounts accounts = beans.lookupByNameAndType("accounts", Accounts.class);
        for (Map.Entry<String, Spent> spent : remembered.spent().entrySet()) {
            int slash = spent.getKey().indexOf('/', 1);
            String vendor = spent.getKey().substring(1, Math.max(1, slash));
            String name = spent.getKey().substring(slash + 1);
            boolean isHere = whose.test(spent.getKey())
                    && home.files().polls().stream().map(RouteFiles::vendor).anyMatch(vendor::equals);
            if (isHere && accounts.names(vendor).contains(name)) {
                accounts.of(vendor, name).gate().budget().restore(spent.getValue());
            }
        }
        untold(remembered, beans.lookupByNameAndType("ledgers", Ledgers.class), whose);
    }

    private static void untold(SavedState remembered, Ledgers ledgers, Predicate<String> whose) {
        Map<String, List<Untold>> byAccount = remembered.untold().stream()
                .collect(Collectors.groupingBy(one -> one.entry().account()));
        byAccount.forEach((account, untold) -> {
            if (whose.test(account)) {
                ledgers.of(account).restore(untold);
            }
        });
    }
}
