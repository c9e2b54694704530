package org.simrelay.account;

import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** Why a request does not pass the gate. */
public final class PermitFailures {

    private PermitFailures() {}

    public static RequestFailure stopped(String reason) {
        return new RequestFailure(Outcome.LATER, RequestFailure.STOPPED, reason);
    }

    public static RequestFailure spent(BudgetSpentException e, Account account) {
        return new RequestFailure(
                Outcome.LATER,
                RequestFailure.BUDGET,
                account.source() + ": " + e.getMessage() + "; it is new at midnight, Asia/Shanghai, or raise "
                        + account.key("requests-per-day"));
    }

    public static RequestFailure open(BreakerOpenException e) {
        return new RequestFailure(Outcome.TRANSIENT, RequestFailure.NOT_ASKED, "not asked: " + e.getMessage());
    }
}
