package org.simrelay.page;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Gate;
import org.simrelay.status.LedgerFollower;
import org.simrelay.sweep.Sweep;

/** Tells what a poll waits for. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SweepWatch watch;
    private final LedgerFollower follower;
    private final Predicate<String> taken;

    /** @param taken whether no service has an account, by its source */
    Waiting(SweepWatch watch, LedgerFollower follower, Predicate<String> taken) {
        this.watch = watch;
        this.follower = follower;
        this.taken = taken;
    }

    /**
     * What keeps it from going on; null where nothing does.
     *
     * @param sweep the one that runs; null where none does
     */
    @Nullable WaitsFor of(Account account, String key, @Nullable Sweep sweep, Instant now) {
        if (taken.test(account.source())) {
            return WaitsFor.ACCOUNT;
        }
        if (sweep == null) {
            return null;
        }
        if (!follower.answers() && follower.answeredAt() != null) {
            return WaitsFor.KAFKA;
        }
        return isSilent(account, key, now) ? WaitsFor.VENDOR : null;
    }

    /** Whether its vendor is asked, and has given nothing of use for longer than its pace explains. */
    private boolean isSilent(Account account, String key, Instant now) {
        Gate gate = account.gate();
        if (!gate.breaker().equals("closed")) {
            return true;
        }
        SweepNow.Begun begun = watch.begun(key);
        if (begun == null) {
            return false;
        }
        Outcomes outcomes = watch.of(account);
        Instant answered = outcomes.answeredAt();
        Instant since = answered == null || answered.isBefore(begun.at()) ? begun.at() : answered;
        Instant vain = outcomes.vainAt();
        // between its attempts a request has no place
        if (gate.inUse() == 0 && (vain == null || !vain.isAfter(since))) {
            return false;
        }
        Duration patience = PATIENCE.plusMillis(Math.round(3_000 / gate.perSecond()));
        return since.plus(patience).isBefore(now);
    }
}
