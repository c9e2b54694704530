package org.simrelay.inventory;

import java.util.Set;

/**
 * Whose cards are read of an inventory that names accounts.
 *
 * @param account {@code <vendor>.<account>}; empty for the cards of all
 * @param isFirst whether a line that names none is of this account
 * @param known all accounts that a line may name: one that names another is a mistake
 */
public record CardOwner(String account, boolean isFirst, Set<String> known) {

    /** The cards of all accounts. */
    public static final CardOwner ALL = new CardOwner("", false, Set.of());

    boolean isAll() {
        return account.isEmpty();
    }
}
