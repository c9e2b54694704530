package org.simrelay.account;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.RequestFailure;

/**
 * What one attempt may do: a permission of the account's breaker, a place among its requests in flight, its turn in the pace, and
 * a unit of the daily budget. A login goes out within the permit of the attempt that needs it. It is settled once, whatever comes
 * of the attempt; whatever is said later changes nothing.
 */
public final class Permit {

    private final Gate gate;
    private final Turns turns;
    private final Budget budget;
    private final boolean waitedForBreaker;
    private final BooleanSupplier stopped;
    private boolean placed;
    private boolean wentOut;
    private boolean settled;
    private long unit = Budget.NONE;
    private long pacedAt;

    /** @param stopped whether nothing is to go out any more in its name */
    Permit(Gate gate, Turns turns, Budget budget, boolean waitedForBreaker, BooleanSupplier stopped) {
        this.stopped = stopped;
        this.gate = gate;
        this.turns = turns;
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
        turns.keep(pacedAt, stopped);
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
        turns.keep(turns.acquire(), stopped);
        spendOnLogin();
    }

    private synchronized void spendOnLogin() throws BudgetSpentException {
        mustBeOpen();
        long own = budget.take();
        if (own == Budget.NONE) {
            spend();
        } else {
            budget.wentOut(own);
        }
        wentOut = true;
    }

    private synchronized void spend() throws BudgetSpentException {
        mustBeOpen();
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

    private void mustBeOpen() {
        if (settled) {
            throw new IllegalStateException("the attempt is over, and nothing may go out in its name");
        }
    }

    /** The attempt is over; what it ended with says what it says of the vendor. */
    public void release(@Nullable Throwable thrown) {
        settle(end(thrown));
    }

    /** Nothing will come of the attempt any more; what it did not use is given back. */
    public void cancel() {
        settle(AttemptEnd.NOT_ASKED);
    }

    private synchronized AttemptEnd end(@Nullable Throwable thrown) {
        return wentOut ? AttemptEnd.of(thrown) : AttemptEnd.NOT_ASKED;
    }

    private synchronized void settle(AttemptEnd end) {
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
