package org.simrelay.page;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Gate;

/**
 * An account's permits, and what its vendor answered lately.
 *
 * @param breaker closed, open or half_open
 * @param inUse attempts that have a place
 * @param waiting attempts that wait for one
 * @param left requests that are left today; null where nothing bounds them
 * @param outcomes of the last {@link Outcomes#MINUTES} minutes, by their names
 * @param answeredAt when an answer came last that was of use; null where none has yet
 */
record AccountView(
        String vendor,
        String account,
        String breaker,
        double perSecond,
        int concurrency,
        int inUse,
        int waiting,
        @Nullable Long perDay,
        @Nullable Long left,
        Map<String, Long> outcomes,
        @Nullable Instant answeredAt) {

    /** An account as it is now. */
    static AccountView of(Account account, Outcomes outcomes) {
        Gate gate = account.gate();
        return new AccountView(
                account.vendor(),
                account.name(),
                gate.breaker(),
                gate.perSecond(),
                gate.concurrency(),
                gate.inUse(),
                gate.waiting(),
                gate.budget().perDay(),
                gate.budget().left(),
                outcomes.lately(),
                outcomes.answeredAt());
    }
}
