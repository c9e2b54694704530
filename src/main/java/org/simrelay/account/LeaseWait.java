package org.simrelay.account;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.simrelay.account.Lease.Standing;
import org.simrelay.http.LastLook;
import org.simrelay.reply.RequestFailure;

/** One account's {@link Lease}, for what must not happen without it: nothing goes out to a vendor while it is in doubt. */
public final class LeaseWait {

    private static final int LOOK_MILLIS = 20;

    // a process that was paused learns within some 100 ms what it has lost
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private final Lease lease;
    private final String account;
    private final Clock monotonic;
    private final Duration most;
    private final BooleanSupplier held = this::isHeld;

    /**
     * @param account {@code /<vendor>/<account>}
     * @param most how long a request waits at most
     */
    LeaseWait(Lease lease, String account, Clock monotonic, Duration most) {
        this.lease = lease;
        this.account = account;
        this.monotonic = monotonic;
        this.most = most;
    }

    /** Whether the account is this process's, at the last word of Kafka's. */
    public boolean isGone() {
        return lease.of(account) == Standing.GONE;
    }

    /** Whether a sweep may begin; waits a moment where that is in doubt. */
    public boolean mayBegin() {
        long until = monotonic.millis() + DOUBT.toMillis();
        try {
            while (lease.of(account) == Standing.UNSURE && monotonic.millis() < until) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !isGone();
    }

    /** The calls that this thread makes from now on are looked at once more, right before they go out. */
    public void guardsCalls() {
        LastLook.set(held);
    }

    /** Whether something may go out now. */
    boolean isHeld() {
        return lease.of(account) == Standing.HELD;
    }

    /**
     * Waits until something may go out.
     *
     * @param stopped asked meanwhile: whether nothing is to go out any more
     * @throws RequestFailure when it is stopped, or Kafka confirms nothing for as long as a record may wait for it
     */
    void await(BooleanSupplier stopped) throws InterruptedException, RequestFailure {
        long until = monotonic.millis() + most.toMillis();
        while (!isHeld()) {
            if (stopped.getAsBoolean()) {
                throw PermitFailures.stopped("the sweep has stopped");
            }
            if (monotonic.millis() > until) {
                throw PermitFailures.stopped(
                        "Kafka has not confirmed for " + most.toSeconds() + " s that this process has " + account);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
