package org.simrelay.account;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Pace, concurrency, daily budget and breaker of one account over all its polls: what an attempt needs of them is one {@link Permit}. */
public final class Gate {

    private static final int ROUNDS = 2;

    private final Breaker breaker;
    private final Places places;
    private final Budget budget;
    private final Turns turns;

    /**
     * @param name for the breaker's messages
     * @param perSecond requests a second, above zero
     * @param concurrency requests in flight at once
     * @param call how long a call takes at most
     * @param attempt how long an attempt takes at most that has its permit
     */
    Gate(
            String name,
            double perSecond,
            int concurrency,
            Budget budget,
            Duration call,
            Duration attempt,
            Clock monotonic) {
        this(
                name,
                perSecond,
                concurrency,
                budget,
                call,
                attempt,
                monotonic,
                new LeaseWait(Lease.ALWAYS, name, monotonic, call));
    }

    /** @param lease lets nothing go out while another process may have the account */
    Gate(
            String name,
            double perSecond,
            int concurrency,
            Budget budget,
            Duration call,
            Duration attempt,
            Clock monotonic,
            LeaseWait lease) {
        this.breaker = new Breaker(name, call, attempt, monotonic);
        this.places = new Places(concurrency);
        this.budget = budget;
        this.turns = new Turns(new Pace(perSecond, monotonic), lease);
    }

    /**
     * Waits for what an attempt needs: the breaker's permission, a place, a unit of the budget, and the pace.
     *
     * @param patient whether an open breaker is waited for until it is tried again; one that is being tried always is
     * @param stopped asked while the breaker is waited for: whether nobody wants the permit any more
     * @throws BreakerOpenException when the breaker does not let it pass
     * @throws BudgetSpentException when no request is left today
     */
    public Permit acquirePermit(boolean patient, BooleanSupplier stopped)
            throws InterruptedException, BreakerOpenException, BudgetSpentException {
        boolean waited = false;
        for (int round = 0; round < ROUNDS; round++) {
            if (!breaker.tryPass()) {
                breaker.await(patient && !waited, stopped);
                waited = true;
            }
            Permit permit = new Permit(this, turns, budget, waited, stopped);
            boolean whole = false;
            try {
                places.take();
                permit.placed();
                // it may have opened while the place was waited for
                if (!breaker.isOpen()) {
                    permit.reserve();
                    permit.paced(turns.acquire());
                    whole = true;
                    return permit;
                }
            } finally {
                if (!whole) {
                    permit.cancel();
                }
            }
        }
        throw new BreakerOpenException();
    }

    /** An attempt has ended: gives its place back, and tells the breaker of it. */
    void released(AttemptEnd end, boolean placed) {
        if (placed) {
            places.giveBack();
        }
        breaker.ended(end);
    }

    /** What the account may send a day. */
    public Budget budget() {
        return budget;
    }

    /** The breaker's state as sim.sweeps names it: closed, open or half_open. */
    public String breaker() {
        return breaker.state();
    }

    /** How long an attempt waits at most for a breaker that is open. */
    Duration breakerWait() {
        return breaker.longestWait();
    }

    /** Attempts that wait for a place. */
    public int waiting() {
        return places.waiting();
    }

    /** Attempts that have a place now. */
    public int inUse() {
        return places.inUse();
    }

    /** Requests in flight at once. */
    public int concurrency() {
        return places.number();
    }

    /** Requests a second. */
    public double perSecond() {
        return turns.perSecond();
    }
}
