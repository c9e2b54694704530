package org.simrelay.sweep;

import org.simrelay.reply.RequestFailure;

/** Failures that, one after the other with no answer in between, say something of the vendor. */
enum Streak {
    /** Asking again would not mend it: not ready, or rejected. */
    REJECTED,
    /** The vendor does not answer. */
    UNANSWERED,
    /** A failure that stands for itself. */
    NONE;

    static Streak of(Request request, RequestFailure failure) {
        return switch (failure.outcome()) {
            case LATER -> failure.isUnsent() ? NONE : REJECTED;
            case REJECTED -> REJECTED;
            // a batch that is refused for its content has limits of its own (BisectLimits), what names no cards has not
            case BATCH -> request.cards().isEmpty() ? REJECTED : NONE;
            case TRANSIENT, QUOTA, UNKNOWN -> UNANSWERED;
            default -> NONE;
        };
    }
}
