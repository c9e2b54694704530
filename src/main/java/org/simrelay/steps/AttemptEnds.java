package org.simrelay.steps;

import java.time.Duration;
import org.simrelay.reply.Outcome;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Says to a sweep's listener that an attempt is over. */
final class AttemptEnds {

    private AttemptEnds() {}

    /** The attempt that had its permit is over, if that was not said of it before. */
    static void tell(Sweep sweep, Request request, Outcome outcome) {
        Duration took = request.attempts().tryEnd(sweep.account().monotonic().millis());
        if (took != null) {
            sweep.listener().attemptDone(sweep, request, outcome, took);
        }
    }
}
