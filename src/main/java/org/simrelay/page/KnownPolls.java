package org.simrelay.page;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;

/** The polls there are, those that were saved or switched off since the start too. The files are looked at every few seconds at most. */
public final class KnownPolls {

    private static final long LOOK_MILLIS = 2_000;

    private final RouteFiles files;
    private final Predicate<String> runs;
    private final Function<String, List<String>> accounts;
    private final Clock monotonic;
    private final Set<String> seen = new TreeSet<>();
    private Map<String, String> off = Map.of();
    private long nextLook = Long.MIN_VALUE;

    /**
     * @param runs whether a poll's route is there
     * @param accounts the names of a vendor's accounts
     */
    public KnownPolls(
            RouteFiles files, Predicate<String> runs, Function<String, List<String>> accounts, Clock monotonic) {
        this.files = files;
        this.runs = runs;
        this.accounts = accounts;
        this.monotonic = monotonic;
    }

    private void look() {
        if (monotonic.millis() < nextLook) {
            return;
        }
        nextLook = monotonic.millis() + LOOK_MILLIS;
        try {
            seen.addAll(files.polls());
            off = files.pollsOff();
        } catch (SettingsException e) {
            // as they were: a folder that cannot be read now takes no poll away
        }
    }

    /** Those that run, each with the accounts it runs for. */
    synchronized Map<String, List<String>> on() {
        look();
        Map<String, List<String>> on = new TreeMap<>();
        seen.stream().filter(runs).forEach(poll -> on.put(poll, accounts.apply(RouteFiles.vendor(poll))));
        return on;
    }

    /** Those that do not, each with the key that switches it off. */
    synchronized Map<String, String> off() {
        look();
        Map<String, String> rest = new TreeMap<>(off);
        Collection<String> on = on().keySet();
        rest.keySet().removeAll(on);
        return rest;
    }
}
