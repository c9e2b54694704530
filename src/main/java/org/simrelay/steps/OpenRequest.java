package org.simrelay.steps;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.mask.Cards;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/**
 * Prepares each part of a poll's split ({@code onPrepare}): leaves the request in the property "request", what to ask for in "page" (from 1) or "cards" (joined by commas), and tells the
 * sweep when it is finished, whatever came of it.
 */
public final class OpenRequest implements Processor {

    /** The sweep that an exchange is part of. */
    public static Sweep sweep(Exchange exchange) {
        return exchange.getProperty("sweep", Sweep.class);
    }

    /** The request that an exchange is about; null in a login. */
    public static @Nullable Request request(Exchange exchange) {
        return exchange.getProperty("request", Request.class);
    }

    @Override
    public void process(Exchange part) {
        Sweep sweep = sweep(part);
        Request request = part.getMessage().getBody(Request.class);
        RequestQueue requests = Objects.requireNonNull(sweep.requests());
        part.setProperty("request", request);
        // expressions in routes read a property for a tenth of what a method of the body costs them
        if (request.page() > 0) {
            part.setProperty("page", request.page());
        } else {
            part.setProperty("cards", String.join(",", request.cards()));
        }
        part.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                request.attempts().cancelPermit();
                Preview preview = sweep.preview();
                if (preview != null) {
                    String sent = done.getProperty("sent", "", String.class);
                    String reply = request.attempts().reply();
                    preview.saw(
                            request.attempts().shown(sent, Preview.REQUEST_SHOWN),
                            reply == null ? null : request.attempts().shown(reply, Preview.REPLY_SHOWN));
                    sweep.stop("only a preview");
                }
                if (done.getException() != null) {
                    OutOfMemory.endIfCausedBy(done.getException());
                    // even the recording of its failure broke: it is reported with what the sweep did not ask
                    String why = String.valueOf(done.getException().getMessage());
                    sweep.stop(request.id() + " could not be finished: "
                            + Cards.hiddenIn(
                                    request.attempts().shown(why, RequestFailure.MOST_SHOWN), request.cards()));
                    requests.follow(List.of(request.untried()));
                }
                requests.finished(request);
            }
        });
    }
}
