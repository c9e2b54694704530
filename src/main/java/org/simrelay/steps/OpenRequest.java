package org.simrelay.steps;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.sweep.Decision;
import org.simrelay.sweep.Decision.Action;
import org.simrelay.sweep.FailurePolicy;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/**
 * Prepares each part of a sweep's split ({@code onPrepare}): its request stands in the property of that name, and the sweep is told when
 * it is finished, whatever came of it.
 */
public final class OpenRequest implements Processor {

    @Override
    public void process(Exchange part) {
        Sweep sweep = ExchangeContract.sweep(part);
        Request request = part.getMessage().getBody(Request.class);
        part.setProperty(ExchangeContract.REQUEST, request);
        part.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                close(sweep, request, done.getException());
            }
        });
    }

    /** @param thrown by a step of the route of failures; null where each did its work */
    private static void close(Sweep sweep, Request request, @Nullable Throwable thrown) {
        request.attempts().cancelPermit();
        Preview preview = sweep.preview();
        if (preview != null) {
            preview.over(request);
            sweep.stop("only a preview");
        }
        if (thrown != null) {
            OutOfMemory.endIfCausedBy(thrown);
            Decision decision = FailurePolicy.unfinished(request, thrown);
            if (decision.stopReason() != null) {
                sweep.stop(decision.stopReason());
            }
            if (decision.action() == Action.HAND_BACK) {
                HandBackRequest.handBack(sweep, request);
            }
        }
        Objects.requireNonNull(sweep.requests()).finished(request);
    }
}
