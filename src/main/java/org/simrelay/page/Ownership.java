package org.simrelay.page;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Lease;
import org.simrelay.account.Lease.Standing;
import org.simrelay.records.Owner;
import org.simrelay.status.LedgerView;

/** Which process has which account, by its source {@code /<vendor>/<account>}: this one by its lease, others by what they wrote. */
public final class Ownership {

    private final Lease lease;
    private final LedgerView ledger;
    private final String instance;
    private final Clock clock;

    /** @param instance this process, as it calls itself in what it writes */
    public Ownership(Lease lease, LedgerView ledger, String instance, Clock clock) {
        this.lease = lease;
        this.ledger = ledger;
        this.instance = instance;
        this.clock = clock;
    }

    /** This process, as it calls itself to others. */
    String instance() {
        return instance;
    }

    /** How it stands with an account. */
    Standing standing(String source) {
        return lease.of(source);
    }

    /** Whether this process has it, though perhaps not confirmed lately. */
    boolean isHere(String source) {
        return standing(source) != Standing.GONE;
    }

    /** Who has it, as the page shows it; null where nobody has, or that is not read yet. */
    @Nullable OwnerView of(String source) {
        Owner written = written(source);
        if (isHere(source)) {
            return written == null || !written.instance().equals(instance) ? null : OwnerView.of(written, true);
        }
        Owner other = elsewhere(source);
        return other == null ? null : OwnerView.of(other, false);
    }

    /** The other process that has it, be it a command; null where none has, or that is not read yet. */
    @Nullable Owner elsewhere(String source) {
        Owner written = isHere(source) ? null : written(source);
        return written == null || written.instance().equals(instance) ? null : written;
    }

    /** Whether a command that was told to take it over is at it. */
    boolean isWithCommand(String source) {
        Owner other = elsewhere(source);
        return other != null && other.isCommandAt(clock.instant());
    }

    private @Nullable Owner written(String source) {
        Owner owner = ledger.owner(source);
        boolean over = owner == null
                || owner.until() != null
                || (owner.instance().startsWith(Owner.COMMAND) && !owner.isCommandAt(clock.instant()));
        return over ? null : owner;
    }
}
