package org.simrelay.steps;

import org.jspecify.annotations.Nullable;
import org.simrelay.account.Permit;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.LastCall;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The moment when a call goes out: in its turn, with its attempt's permit, counted. */
final class Departure {

    private Departure() {}

    /**
     * Lets it go out.
     *
     * @param request null for a login, whose turn and count {@link AwaitPace} keeps
     * @param sent what goes out, to look at
     * @throws RequestFailure later, when the account's daily budget is spent
     */
    static void of(Sweep sweep, @Nullable Request request, String sent) throws InterruptedException, RequestFailure {
        LastCall call = LastCall.of(sweep, request);
        if (call != null) {
            call.sent(sent);
        }
        if (request != null) {
            inTurn(sweep, request);
        }
        if (call != null) {
            call.forget();
        }
    }

    private static void inTurn(Sweep sweep, Request request) throws InterruptedException, RequestFailure {
        Permit permit = request.attempts().permit();
        if (permit != null) {
            permit.goesOut(sweep.account());
        }
        Counts counts = sweep.counts();
        counts.requests.incrementAndGet();
        if (request.attempts().count() > 0) {
            counts.retries.incrementAndGet();
        }
    }
}
