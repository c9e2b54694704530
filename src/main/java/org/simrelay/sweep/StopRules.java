package org.simrelay.sweep;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** Stops a sweep whose next requests would fare no better than the one that failed. */
public final class StopRules {

    private StopRules() {}

    /**
     * Stops it when the account is denied, Kafka is away or refuses more than the one record, or as many requests in a row as
     * may be in flight stayed without an answer, or were rejected.
     */
    public static void whereHopeless(Sweep sweep, Request request, RequestFailure failure, @Nullable Throwable thrown) {
        switch (failure.outcome()) {
            case DENIED -> sweep.stop(failure.advice());
            case LATER -> {
                if (failure.isUnsent()) {
                    sweep.stop(failure.reason());
                } else if (isOneOfMany(sweep)) {
                    sweep.stop("the vendor is not ready for any request: " + failure.reason());
                }
            }
            case UNPUBLISHED -> {
                if (!isTheRecordsOwn(thrown)) {
                    sweep.stop(failure.reason());
                }
            }
            case TRANSIENT, QUOTA, UNKNOWN -> {
                if (sweep.unanswered() >= 2 * sweep.account().gate().concurrency()) {
                    sweep.stop("the vendor does not answer: " + failure.reason());
                }
            }
            case REJECTED, BATCH -> {
                // a batch that is refused for its content has limits of its own (BisectLimits), a page has not
                boolean alike = failure.outcome() == Outcome.REJECTED || request.page() > 0;
                if (alike && isOneOfMany(sweep)) {
                    sweep.stop("the vendor rejects every request: " + failure.reason());
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
