package org.simrelay.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.simrelay.account.Accounts;
import org.simrelay.config.PropertyLines;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** The accounts that a settings' file may have keys of. */
final class KnownAccounts {

    private KnownAccounts() {}

    /** The accounts of each vendor; names that cannot be are said where the accounts are looked at. */
    static Map<String, List<String>> of(Settings settings, Collection<String> vendors) {
        Map<String, List<String>> accounts = new TreeMap<>();
        for (String vendor : vendors) {
            try {
                Set<String> names = new TreeSet<>(Accounts.names(settings, vendor));
                // a value that goes before the file's does not make the file's accounts a mistake
                PropertyLines.Entry line = settings.values().lines().entries().get(vendor + ".accounts");
                if (line != null) {
                    names.addAll(Accounts.split(line.value()));
                }
                accounts.put(vendor, List.copyOf(names));
            } catch (SettingsException e) {
                accounts.put(vendor, List.of(Accounts.FIRST));
            }
        }
        return accounts;
    }
}
