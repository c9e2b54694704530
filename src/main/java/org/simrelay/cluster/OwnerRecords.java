package org.simrelay.cluster;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.lifecycle.SavedState;
import org.simrelay.lifecycle.SweepTakeover;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Owner;
import org.simrelay.records.Said;

/** Says in the ledger whose an account is from now on. Thread-safe. */
final class OwnerRecords {

    // an interval between checkpoints, and what goes out until it is acknowledged: a process that died used no later
    // seconds
    private static final long UNSAID_SECONDS = 5;

    private final Ledgers ledgers;
    private final Self self;
    private final Clock clock;
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();

    OwnerRecords(Ledgers ledgers, Self self, Clock clock) {
        this.ledgers = ledgers;
        this.self = self;
        this.clock = clock;
    }

    /** What this process wrote when it took an account; null where it has not. */
    @Nullable Owner of(String account) {
        return owners.get(account);
    }

    /** This process lost the account and has it again, with what it had to say of it, which follows. */
    void settle(String account, SavedState state) {
        Owner before = state.owners().get(account);
        // whoever else had it since, has gone on from there
        boolean own = before != null && before.instance().equals(self.instance()) && before.until() == null;
        ledgers.of(account).settle(own ? SweepTakeover.found(account, state) : SweepTakeover.nothing(account, state));
    }

    /**
     * Writes that the account is this process's; waits for that.
     *
     * @param second up to which its transaction ids are used
     * @return false when Kafka does not take it
     */
    boolean say(String account, long second) {
        Instant now = clock.instant();
        Owner owner = new Owner(account, self.address(), self.instance(), now, null, second);
        if (ledgers.of(account).commit(List.of(owner.entry(now))) != Said.TOLD) {
            owners.remove(account);
            return false;
        }
        owners.put(account, owner);
        return true;
    }

    /** Up to which second an account's transaction ids may have been used, since 1970; 0 where none is known. */
    static long second(String account, SavedState state) {
        Owner before = state.owners().get(account);
        long checkpoint = state.seconds().getOrDefault(account, 0L);
        if (before == null) {
            return checkpoint;
        }
        long known = Math.max(checkpoint, before.second());
        return before.until() == null && known > 0 ? known + UNSAID_SECONDS : known;
    }
}
