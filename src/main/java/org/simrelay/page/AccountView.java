package org.simrelay.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Gate;
import org.simrelay.records.Json;

/**
 * An account's permits, and what its vendor answered lately.
 *
 * @param breaker closed, open or half_open; null where another process has the account, as all that only that one knows
 * @param inUse attempts that have a place
 * @param waiting attempts that wait for one
 * @param left requests that are left today; null where nothing bounds them
 * @param outcomes of the last {@link Outcomes#MINUTES} minutes, by their names
 * @param answeredAt when an answer came last that was of use; null where none has yet
 * @param owner which process has it; null where none has, or that is not known yet
 */
record AccountView(
        String vendor,
        String account,
        @Nullable String breaker,
        double perSecond,
        int concurrency,
        @Nullable Integer inUse,
        @Nullable Integer waiting,
        @Nullable Long perDay,
        @Nullable Long left,
        Map<String, Long> outcomes,
        @Nullable Instant answeredAt,
        @Nullable OwnerView owner) {

    /** An account as it is now. */
    static AccountView of(Account account, Outcomes outcomes, boolean here, @Nullable OwnerView owner) {
        Gate gate = account.gate();
        return new AccountView(
                account.vendor(),
                account.name(),
                here ? gate.breaker() : null,
                gate.perSecond(),
                gate.concurrency(),
                here ? (Integer) gate.inUse() : null,
                here ? (Integer) gate.waiting() : null,
                gate.budget().perDay(),
                here ? gate.budget().left() : null,
                outcomes.lately(),
                outcomes.answeredAt(),
                owner);
    }

    /** As the API gives it. */
    ObjectNode json() {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("vendor", vendor)
                .put("account", account)
                .put("breaker", breaker)
                .put("requestsPerSecond", perSecond)
                .put("concurrency", concurrency)
                .put("inUse", inUse)
                .put("waiting", waiting)
                .put("requestsPerDay", perDay)
                .put("leftToday", left)
                .put("answeredAt", answeredAt == null ? null : answeredAt.toString())
                .put("outcomesMinutes", Outcomes.MINUTES);
        ObjectNode counts = node.putObject("outcomes");
        outcomes.forEach(counts::put);
        node.set("owner", OwnerView.json(owner));
        return node;
    }
}
