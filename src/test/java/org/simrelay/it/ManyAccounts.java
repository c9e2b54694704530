package org.simrelay.it;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sweep.SweepId;

/** Accounts of iotbos, each with cards of its own, and one poll that nothing but a call begins. */
final class ManyAccounts {

    private static final String POLL = "iotbos-usage";

    private final Map<String, List<String>> cards = new LinkedHashMap<>();

    /** @param each how many cards each has */
    ManyAccounts(int accounts, int each) {
        List<String> all = Cards.inventory(accounts * each);
        for (int i = 0; i < accounts; i++) {
            cards.put(i == 0 ? "main" : "a" + i, all.subList(i * each, (i + 1) * each));
        }
    }

    /** The vendor that knows them. */
    SimulatorConfig at(SimulatorConfig vendor) {
        cards.keySet().forEach(name -> vendor.iotbosBeside(user(name), Stand.IOTBOS_SECRET));
        return vendor;
    }

    private static String user(String name) {
        return "tester-" + name;
    }

    /** The inventory's lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("card,account"));
        cards.forEach((name, own) -> own.forEach(card -> lines.add(card + ",iotbos." + name)));
        return lines;
    }

    /** The cards of each sweep's key. */
    Map<String, Set<String>> cards() {
        Map<String, Set<String>> byKey = new TreeMap<>();
        cards.forEach((name, own) -> byKey.put(SweepId.key(POLL, name), new TreeSet<>(own)));
        return byKey;
    }

    /** What the machines need to know of them. */
    void set(Stand stand, int pace, int batch) {
        stand.set("CMIOT_ENABLED", "false")
                .set("IOTBOS_ACCOUNTS", String.join(",", cards.keySet()))
                .set("IOTBOS_BATCH_SIZE", Integer.toString(batch))
                .set("IOTBOS_USAGE_CRON", "0 0 0 1 1 ? 2099");
        for (String query : List.of("BALANCE", "EXPIRY", "STATE", "TARIFF")) {
            stand.set("IOTBOS_" + query + "_ENABLED", "false");
        }
        for (String name : cards.keySet()) {
            String prefix = "IOTBOS_" + name.toUpperCase(Locale.ROOT) + "_";
            stand.set(prefix + "ACCOUNT", user(name))
                    .set(prefix + "PASSWORD", Stand.IOTBOS_SECRET)
                    .set(prefix + "REQUESTS_PER_SECOND", Integer.toString(pace));
        }
    }
}
