package org.simrelay.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.simrelay.account.Accounts;
import org.simrelay.config.PropertyLines;
import org.simrelay.config.Settings;

/** The setting {@code <vendor>.accounts}: a list without a name, or with one twice, is taken for another one than it says. */
final class AccountList {

    private AccountList() {}

    /** What may be wrong, to warn of. */
    static void look(Settings settings, Collection<String> vendors, Problems problems) {
        for (String vendor : vendors) {
            String key = vendor + ".accounts";
            PropertyLines.Entry line = settings.values().lines().entries().get(key);
            if (line != null && line.value().isBlank()) {
                problems.warn(key + " names no account, so that there is one called " + Accounts.FIRST
                        + "; name one, or remove the line: " + settings.file() + " line " + line.line());
            }
            List<String> names = Accounts.split(settings.find(key).orElse(""));
            Set<String> seen = new HashSet<>();
            names.stream()
                    .filter(name -> !seen.add(name))
                    .distinct()
                    .forEach(name -> problems.warn(key + " names " + name
                            + " twice, which is one account; name another, or leave it out: " + settings.place(key)));
        }
    }
}
