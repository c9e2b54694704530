package org.simrelay.retry;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Sweep;

/** Stops a sweep whose next requests would fare no better than the one that failed. */
public final class Stopping {

    private Stopping() {}

    /**
     * Stops it when the account is denied, Kafka is away or refuses more than the one record, or as many requests in a row as
     * may be in flight stayed without an answer.
     */
    public static void whereHopeless(Sweep sweep, Refusal refusal, @Nullable Throwable thrown) {
        switch (refusal.outcome()) {
            case DENIED -> sweep.stop(refusal.advice());
            case LATER -> {
                if (refusal.isUnsent()) {
                    sweep.stop(refusal.reason());
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
            default -> {
                // the next request may fare better
            }
        }
    }

    private static boolean isTheRecordsOwn(@Nullable Throwable thrown) {
        return thrown instanceof RecordTooLargeException
                || thrown instanceof InvalidRecordException
                || thrown instanceof SerializationException;
    }
}
