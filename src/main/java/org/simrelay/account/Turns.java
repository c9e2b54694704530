package org.simrelay.account;

import java.util.function.BooleanSupplier;
import org.simrelay.reply.RequestFailure;

/** When a request of one account may go out: in its turn of the pace, and while no other process may have the account. Thread-safe. */
final class Turns {

    private final Pace pace;
    private final LeaseWait lease;

    Turns(Pace pace, LeaseWait lease) {
        this.pace = pace;
        this.lease = lease;
    }

    /** Waits for the pace; gives when its turn came, by the monotonic clock. */
    long acquire() throws InterruptedException {
        return pace.acquire();
    }

    /**
     * Right before a call goes out: see {@link Pace#keep}. While another process may have the account nothing goes out, and then in
     * a new turn.
     *
     * @param pacedAt when its turn came
     * @param stopped asked meanwhile: whether it is to go out any more
     * @throws RequestFailure where it is not
     */
    void keep(long pacedAt, BooleanSupplier stopped) throws InterruptedException, RequestFailure {
        pace.keep(pacedAt);
        // a process may be paused while it waits for its turn, too
        while (!lease.isHeld()) {
            lease.await(stopped);
            var unusedTurn = acquire();
        }
    }

    /** Requests a second. */
    double perSecond() {
        return pace.perSecond();
    }
}
