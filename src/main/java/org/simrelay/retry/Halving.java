package org.simrelay.retry;

import java.util.List;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/**
 * Halves a batch that is refused for its content until the bad card stands alone. When one refusal follows another with
 * no batch answered in between, it is the vendor and not the batches: the sweep stops.
 */
public final class Halving {

    // a batch of 10,000 with one bad card is refused 14 times on the way down, each beside a half that is answered
    private static final int MOST_IN_A_ROW = 16;

    private Halving() {}

    /** Whether the request's two halves are asked in its place; stops the sweep when refusals do not end. */
    public static boolean halved(Sweep sweep, Requests requests, Request request, Refusal refusal) {
        if (refusal.outcome() != Outcome.BATCH || sweep.stopped()) {
            return false;
        }
        if (sweep.batchRefused() > MOST_IN_A_ROW) {
            sweep.stop("the vendor refuses every batch: " + refusal.reason());
            return false;
        }
        if (request.cards().size() < 2) {
            return false;
        }
        requests.follow(List.of(request.half(1), request.half(2)));
        return true;
    }
}
