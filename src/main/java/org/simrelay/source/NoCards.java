package org.simrelay.source;

import java.nio.file.Path;
import org.simrelay.config.SettingsException;
import org.simrelay.inventory.InventoryScan;

/** What is said of an inventory in which there is no card of an account. */
final class NoCards {

    private NoCards() {}

    /** @param account as the inventory's column account names it, {@code <vendor>.<account>} */
    static SettingsException of(Path file, String account, InventoryScan scan) {
        String form = "put a card number on each line, or a CSV with a column \"card\" (cards.file)";
        if (scan.badLines() == 0) {
            return new SettingsException(file + " holds no card of " + account + "; " + form);
        }
        return new SettingsException(file + " line " + scan.firstBad() + ": no card of " + account + " is here, and "
                + (scan.badLines() == 1 ? "1 line holds" : scan.badLines() + " lines hold")
                + " none of any account that is set, this one first: a number is letters and"
                + " digits alone, and a column \"account\" says " + account + "; mend them, " + form);
    }
}
