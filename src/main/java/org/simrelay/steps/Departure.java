package org.simrelay.steps;

import org.jspecify.annotations.Nullable;
import org.simrelay.account.Permit;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The moment when a call goes out: in its turn, with its attempt's permit, counted. */
final class Departure {

    private Departure() {}

    /**
     * Lets it go out.
     *
     * @param request null for a login, whose turn and count {@link AwaitPace} keeps
     * @throws RequestFailure later, when the account's daily budget is spent
     */
    static void of(Sweep sweep, @Nullable Request request) throws InterruptedException, RequestFailure {
        if (request == null) {
            return;
        }
        Permit permit = request.attempts().permit();
        if (permit != null) {
            permit.goesOut(sweep.account());
        }
        Counts counts = sweep.counts();
        counts.requests.incrementAndGet();
        request.attempts().lastCall().forget();
        if (request.attempts().count() > 0) {
            counts.retries.incrementAndGet();
        }
    }
}
