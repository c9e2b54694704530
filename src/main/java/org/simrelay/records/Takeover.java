package org.simrelay.records;

import java.util.function.Predicate;

/** What is done when another process writes an account's ledger. */
public interface Takeover {

    /**
     * Looks which sweeps of the account another process has ended, and stops those of them that run here.
     *
     * @return true for the id of such a sweep
     * @throws RuntimeException when that cannot be read
     */
    Predicate<String> ended(String account);

    /** The account is lost for good: its sweeps stop here. */
    void lost(String account);
}
