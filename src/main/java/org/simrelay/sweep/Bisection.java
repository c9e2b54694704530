package org.simrelay.sweep;

import java.util.List;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/**
 * Halves a batch that is refused for its content until the bad card stands alone. Where no card of the account comes through any
 * more, it is the vendor and not the cards: the sweep stops.
 */
public final class Bisection {

    private Bisection() {}

    /** Whether the request's two halves are asked in its place; stops the sweep when refusals do not end. */
    public static boolean halved(Sweep sweep, RequestQueue requests, Request request, RequestFailure failure) {
        if (failure.outcome() != Outcome.BATCH || request.page() > 0 || sweep.stopped()) {
            return false;
        }
        switch (sweep.bisectLimits().refused(request)) {
            case SPLIT -> {
                long accepted = sweep.account().session().accepted();
                requests.followFirst(List.of(request.half(1, accepted), request.half(2, accepted)));
                return true;
            }
            case STOP -> sweep.stop("the vendor refuses every batch: " + failure.reason());
            case FAIL -> {
                // its cards are recorded
            }
        }
        return false;
    }
}
