package org.simrelay.account;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.reply.RequestFailures;

/**
 * What one attempt may do: a permission of the account's breaker, a place among its requests in flight, its turn in the pace, and
 * a unit of the daily budget. A login goes out within the permit of the attempt that needs it. It is settled once, whatever comes
 * of the attempt; whatever is said later changes nothing.
 */
public final class Permit {

    /** What an attempt says of the vendor. */
    enum End {
        /** It answered, be it with a refusal. */
        ANSWERED,
        /** It did not answer, or with an error that is its own. */
        UNANSWERED,
        /** Nothing: no call went out, or ours to blame. */
        NOT_ASKED
    }

    private final Gate gate;
    private final Budget budget;
    private final boolean waitedForBreaker;
    private final BooleanSupplier stopped;
    private boolean placed;
    private boolean wentOut;
    private boolean settled;
    private long unit = Budget.NONE;
    private long pacedAt;

    /** @param stopped whether nothing is to go out any more in its name */
    Permit(Gate gate, Budget budget, boolean waitedForBreaker, BooleanSupplier stopped) {
        this.stopped = stopped;
        this.gate = gate;
        this.budget = budget;
        this.waitedForBreaker = waitedForBreaker;
    }

    /** Whether the breaker let it pass only after a wait. */
    public boolean waitedForBreaker() {
        return waitedForBreaker;
    }

    void placed() {
        placed = true;
    }

    void paced(long at) {
        pacedAt = at;
    }

    /** Takes the unit of the budget that the attempt's own call will need. */
    void reserve() throws BudgetSpentException {
        unit = budget.take();
        if (unit == Budget.NONE) {
            throw spent();
        }
    }

    /**
     * The attempt's own call goes out now; waits for the pace where its turn is long over.
     *
     * @throws RequestFailure later when its unit went into a login, or was of yesterday, and none is left; or when the sweep stops
     *     while another process may have the account
     */
    public void goesOut(Account account) throws InterruptedException, RequestFailure {
        gate.keepPace(pacedAt, stopped);
        try {
            spend();
        } catch (BudgetSpentException e) {
            throw PermitFailures.spent(e, account);
        }
    }

    /**
     * A login goes out now, in its own turn: with a unit of its own, or where none is left with the one that was meant for the
     * attempt's call.
     */
    public void loginGoesOut() throws InterruptedException, BudgetSpentException, RequestFailure {
        gate.keepPace(gate.acquirePace(), stopped);
        spendOnLogin();
    }

    private synchronized void spendOnLogin() throws BudgetSpentException {
        long own = budget.take();
        if (own == Budget.NONE) {
            spend();
        } else {
            budget.wentOut(own);
        }
        wentOut = true;
    }

    private synchronized void spend() throws BudgetSpentException {
        if (settled) {
            throw new IllegalStateException("the attempt is over, and nothing may go out in its name");
        }
        if (unit != Budget.NONE && !budget.isOfToday(unit)) {
            budget.giveBack(unit);
            unit = Budget.NONE;
        }
        if (unit == Budget.NONE) {
            unit = budget.take();
        }
        if (unit == Budget.NONE) {
            throw spent();
        }
        budget.wentOut(unit);
        unit = Budget.NONE;
        wentOut = true;
    }

    /** The attempt is over. This is the one place that decides what it says of the vendor. */
    public void release(@Nullable Throwable thrown) {
        settle(end(thrown));
    }

    /** Nothing will come of the attempt any more; what it did not use is given back. */
    public void cancel() {
        settle(End.NOT_ASKED);
    }

    private synchronized End end(@Nullable Throwable thrown) {
        if (!wentOut) {
            return End.NOT_ASKED;
        }
        if (thrown == null) {
            return End.ANSWERED;
        }
        RequestFailure failure = RequestFailures.of(thrown);
        if (RequestFailure.FAULT.equals(failure.code())) {
            return End.NOT_ASKED;
        }
        if (failure.unreadable() != null) {
            // spoilt by what one card has, it is an answer all the same
            return End.ANSWERED;
        }
        return failure.outcome() == Outcome.TRANSIENT || failure.outcome() == Outcome.UNKNOWN
                ? End.UNANSWERED
                : End.ANSWERED;
    }

    private synchronized void settle(End end) {
        if (settled) {
            return;
        }
        settled = true;
        if (unit != Budget.NONE) {
            budget.giveBack(unit);
            unit = Budget.NONE;
        }
        gate.released(end, placed);
    }

    private BudgetSpentException spent() {
        return new BudgetSpentException(budget.spentText());
    }
}
