package org.simrelay.retry;

import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.session.Session;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Tries;

/** Tells when the content of a batch is to blame for what may have another cause: a token, or a reply spoilt on its way. */
final class BatchContent {

    private BatchContent() {}

    /**
     * The refusal to believe: that of the batch, where its reply is unreadable the same way as once before, or a part of it is
     * refused with a token that is known to be good; else the same.
     */
    static Refusal judged(Refusal refusal, Request request, Session session) {
        if (refusal.outcome() == Outcome.REAUTH) {
            Refusal believed = refusal.believed();
            return believed.outcome() == Outcome.BATCH && isTokenGood(request, session) ? believed : refusal;
        }
        String how = refusal.unreadable();
        boolean before = how != null && request.tries().wasUnreadable(how);
        // a page, or a card that was never part of a batch, has nothing to be split from
        return before && (request.cards().size() > 1 || request.isPart())
                ? new Refusal(Outcome.BATCH, refusal.code(), refusal.reason())
                : refusal;
    }

    /**
     * A part's batch was refused with a fresh token already, so that the parts need none; a card alone is believed to be bad only
     * where its token was accepted since then, since it is not asked again.
     */
    private static boolean isTokenGood(Request request, Session session) {
        Tries tries = request.tries();
        String token = tries.token();
        if (!request.isPart() || token == null || !session.holds(token)) {
            return false;
        }
        return (tries.batchReauthenticated() && request.cards().size() > 1)
                || session.acceptedSince(token, tries.tokensAccepted());
    }
}
