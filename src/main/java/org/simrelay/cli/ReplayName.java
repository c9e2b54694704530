package org.simrelay.cli;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.Nearest;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.sweep.SweepId;

/** What a replay is asked for by name: a poll, one of its accounts, or a sweep of either. */
final class ReplayName {

    private ReplayName() {}

    /**
     * Refuses a name of which nothing stands open and that is none: nothing to do would be said of a poll that is misspelt.
     *
     * @param name null for all
     * @throws SettingsException with the nearest name that there is
     */
    static void check(@Nullable String name, Installation home) {
        if (name == null) {
            return;
        }
        String key = Objects.requireNonNullElse(SweepId.keyOf(name), name);
        Set<String> keys = keys(home);
        if (!keys.contains(key)) {
            throw new SettingsException("nothing stands open of \"" + name + "\", and there is no such poll"
                    + Nearest.text(key, keys) + "; there are " + String.join(", ", keys));
        }
    }

    private static Set<String> keys(Installation home) {
        Map<String, String> off = home.files().pollsOff();
        Set<String> polls = new TreeSet<>(off.keySet());
        polls.addAll(home.files().polls());
        Set<String> keys = new TreeSet<>();
        for (String poll : polls) {
            for (String account : Accounts.names(home.settings(), RouteFiles.vendor(poll))) {
                keys.add(SweepId.key(poll, account));
            }
        }
        return keys;
    }
}
