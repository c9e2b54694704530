package org.simrelay.account;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.simrelay.config.Settings;
import org.simrelay.inventory.CardOwner;

/** The accounts of all vendors that have files here, those that are switched off too: what a line of an inventory may name. */
public final class AccountNames {

    private final Settings settings;
    private final Map<String, List<String>> names = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /** @throws org.simrelay.config.SettingsException for a name that can be no part of a key */
    public AccountNames(Settings settings, Collection<String> vendors) {
        this.settings = settings;
        for (String vendor : vendors) {
            List<String> own = Accounts.names(settings, vendor);
            names.put(vendor, own);
            own.forEach(name -> ids.add(vendor + "." + name));
        }
    }

    /** The lines of an inventory that are this account's; those that name none are of the vendor's first. */
    public CardOwner owner(Account account) {
        List<String> own = names.getOrDefault(account.vendor(), List.of(account.name()));
        return new CardOwner(account.id(), own.get(0).equals(account.name()), ids);
    }

    /** The other accounts of its vendor that ask for the cards of the same file. */
    public List<String> sharing(Account account) {
        return names.getOrDefault(account.vendor(), List.of()).stream()
                .filter(name -> !name.equals(account.name()))
                .map(name -> account.vendor() + "." + name)
                .filter(other -> settings.find(other + ".cards.file")
                        .or(() -> settings.find("cards.file"))
                        .map(Path::of)
                        .equals(Optional.of(account.cardsFile().ofAccount())))
                .toList();
    }
}
