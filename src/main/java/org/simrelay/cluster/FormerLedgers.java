package org.simrelay.cluster;

import java.util.HashSet;
import java.util.Set;
import org.simrelay.records.Ledger;
import org.simrelay.records.Ledgers;

/** What becomes of the ledgers that this process had of accounts before it takes them again. */
final class FormerLedgers {

    private final Ledgers ledgers;

    FormerLedgers(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * Keeps those of accounts that this process lost and has again, with what it had to say of them; discards the others: what was
     * said of those before is over.
     *
     * @return whose are kept
     */
    Set<String> keep(Set<String> accounts) {
        Set<String> kept = new HashSet<>();
        for (String account : accounts) {
            Ledger before = ledgers.existing(account);
            if (before != null && before.isLost() && !before.isBroken() && !before.isSuspended()) {
                kept.add(account);
            } else {
                ledgers.discard(account);
            }
        }
        return kept;
    }
}
