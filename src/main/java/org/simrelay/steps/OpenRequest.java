package org.simrelay.steps;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.mask.Cards;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
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
        RequestQueue requests = Objects.requireNonNull(sweep.requests());
        part.setProperty(ExchangeContract.REQUEST, request);
        part.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                request.attempts().cancelPermit();
                Preview preview = sweep.preview();
                if (preview != null) {
                    String login = preview.login().sent();
                    String loggedIn = preview.login().reply();
                    preview.sawLogin(
                            login.isEmpty() ? null : request.attempts().shown(login, Preview.REQUEST_SHOWN),
                            loggedIn == null ? null : request.attempts().shown(loggedIn, Preview.REPLY_SHOWN));
                    String sent = request.attempts().lastCall().sent();
                    String reply = request.attempts().lastCall().reply();
                    preview.saw(
                            request.attempts().shown(sent, Preview.REQUEST_SHOWN),
                            reply == null ? null : request.attempts().shown(reply, Preview.REPLY_SHOWN),
                            request.publishing() == null ? request.attempts().lastFailure() : null);
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
