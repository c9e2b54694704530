package org.simrelay.account;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;

/** Which file holds the cards that are asked about with an account. */
public final class CardsFile {

    private final Settings settings;
    private final String ownKey;

    /** @param ownKey of the account's own file */
    CardsFile(Settings settings, String ownKey) {
        this.settings = settings;
        this.ownKey = ownKey;
    }

    /** The account's: {@code <vendor>.<account>.cards.file}, or {@code cards.file}. */
    public Path ofAccount() {
        return Path.of(settings.find(ownKey).orElseGet(() -> settings.require("cards.file")));
    }

    /**
     * A poll's.
     *
     * @param key the setting of its own by which the poll names it; null where it takes the account's
     */
    public Path ofPoll(@Nullable String key) {
        return key == null ? ofAccount() : Path.of(settings.require(key));
    }
}
