package org.simrelay.retry;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Stops a sweep whose next requests would fare no better than the one that failed. */
public final class Stopping {

    private Stopping() {}

    /**
     * Stops it when the account is denied, Kafka is away or refuses more than the one record, or as many requests in a row as
     * may be in flight stayed without an answer, or were rejected.
     */
    public static void whereHopeless(Sweep sweep, Request request, Refusal refusal, @Nullable Throwable thrown) {
        switch (refusal.outcome()) {
            case DENIED -> sweep.stop(refusal.advice());
            case LATER -> {
                if (refusal.isUnsent()) {
                    sweep.stop(refusal.reason());
                } else if (isOneOfMany(sweep)) {
                    sweep.stop("the vendor is not ready for any request: " + refusal.reason());
                }
            }
            case UNPUBLISHED -> {
                if (!isTheRecordsOwn(thrown)) {
                    sweep.stop(refusal.reason());
                }
            }
            case TRANSIENT, QUOTA, UNKNOWN -> {
                if (sweep.unanswered() >= 2 * sweep.account().gate().concurrency()) {
                    sweep.stop("the vendor does not answer: " + refusal.reason());
                }
            }
            case REJECTED, BATCH -> {
                // a batch that is refused for its content has limits of its own (BisectLimits), a page has not
                boolean alike = refusal.outcome() == Outcome.REJECTED || request.page() > 0;
                if (alike && isOneOfMany(sweep)) {
                    sweep.stop("the vendor rejects every request: " + refusal.reason());
                }
            }
            default -> {
                // the next request may fare better
            }
        }
    }

    /** Whether as many requests in a row as may be in flight were rejected: the rest would be, too. */
    private static boolean isOneOfMany(Sweep sweep) {
        return sweep.rejected() >= 2 * sweep.account().gate().concurrency();
    }

    private static boolean isTheRecordsOwn(@Nullable Throwable thrown) {
        return thrown instanceof RecordTooLargeException
                || thrown instanceof InvalidRecordException
                || thrown instanceof SerializationException;
    }
}
