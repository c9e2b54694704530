package org.simrelay.account;

import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;

/** Why a request does not pass the gate. */
final class GateRefusals {

    private GateRefusals() {}

    static Refusal stopped(String reason) {
        return new Refusal(Outcome.LATER, Refusal.STOPPED, reason);
    }

    static Refusal spent(BudgetSpentException e, Account account) {
        return new Refusal(
                Outcome.LATER,
                Refusal.BUDGET,
                account.source() + ": " + e.getMessage() + "; it is new at midnight, Asia/Shanghai, or raise "
                        + account.key("requests-per-day"));
    }

    static Refusal open(BreakerOpenException e) {
        return new Refusal(Outcome.TRANSIENT, Refusal.NOT_ASKED, "not asked: " + e.getMessage());
    }
}
