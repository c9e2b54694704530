package org.simrelay.sweep;

import org.simrelay.account.Session;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** Tells when the content of a batch is to blame for what may have another cause: a token, or a reply spoilt on its way. Changes nothing. */
final class BatchContent {

    private BatchContent() {}

    /**
     * The failure to believe: that of the batch, where its reply is unreadable the same way as once before, or a part of it is
     * refused with a token that is known to be good; else the same.
     */
    static RequestFailure believed(RequestFailure failure, Request request, Session session) {
        if (failure.outcome() == Outcome.REAUTH) {
            RequestFailure onRepeat = failure.onRepeat();
            return onRepeat.outcome() == Outcome.BATCH && isTokenGood(request, session) ? onRepeat : failure;
        }
        boolean before = failure.unreadable() != null && request.attempts().isUnreadableAgain();
        // a page, or a card that was never part of a batch, has nothing to be split from
        return before && (request.cards().size() > 1 || request.isPart())
                ? new RequestFailure(Outcome.BATCH, failure.code(), failure.reason())
                : failure;
    }

    /**
     * A part's batch was refused with a fresh token already, so that the parts need none; a card alone is believed to be bad only
     * where its token was accepted since then, since it is not asked again.
     */
    private static boolean isTokenGood(Request request, Session session) {
        Attempts tries = request.attempts();
        String token = tries.tokens().current();
        if (!request.isPart() || token == null || !session.holds(token)) {
            return false;
        }
        return (tries.tokens().isBatchReauthenticated() && request.cards().size() > 1)
                || session.acceptedSince(token, tries.tokens().accepted());
    }
}
