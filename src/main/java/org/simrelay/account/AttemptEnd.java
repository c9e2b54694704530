package org.simrelay.account;

import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.reply.RequestFailures;

/** What an attempt says of the vendor. */
enum AttemptEnd {
    /** It answered, be it with a refusal. */
    ANSWERED,
    /** It did not answer, or with an error that is its own. */
    UNANSWERED,
    /** Nothing: no call went out, or ours to blame. */
    NOT_ASKED;

    /**
     * Of one whose call went out. This is the one place that decides it.
     *
     * @param thrown what it ended with; null where all went well
     */
    static AttemptEnd of(@Nullable Throwable thrown) {
        if (thrown == null) {
            return ANSWERED;
        }
        RequestFailure failure = RequestFailures.of(thrown);
        if (RequestFailure.FAULT.equals(failure.code())) {
            return NOT_ASKED;
        }
        if (failure.unreadable() != null) {
            // spoilt by what one card has, it is an answer all the same
            return ANSWERED;
        }
        return failure.outcome() == Outcome.TRANSIENT || failure.outcome() == Outcome.UNKNOWN ? UNANSWERED : ANSWERED;
    }
}
