package org.simrelay.sweep;

import java.util.Set;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** Tells when a request fails in a way that the sweep's next requests would fare no better. Changes nothing. */
final class StopRules {

    // the code of what Kafka refused is the class of its exception
    private static final Set<String> OF_THE_RECORD = Set.of(
            RecordTooLargeException.class.getSimpleName(),
            InvalidRecordException.class.getSimpleName(),
            SerializationException.class.getSimpleName());

    private StopRules() {}

    /**
     * Why the sweep stops: the account is denied, Kafka is away or refuses more than the one record, or as many requests in a row
     * as may be in flight stayed without an answer, or were rejected, this one the last of them; null where it goes on.
     *
     * @param failure without the numbers of cards
     */
    static @Nullable String reason(Sweep sweep, Request request, RequestFailure failure) {
        boolean isOneOfMany = sweep.streaks().with(Streak.of(request, failure))
                >= 2 * sweep.account().gate().concurrency();
        return switch (failure.outcome()) {
            case DENIED -> failure.advice();
            case UNPUBLISHED -> isTheRecordsOwn(failure) ? null : failure.reason();
            case LATER ->
                failure.isUnsent()
                        ? failure.reason()
                        : isOneOfMany ? "the vendor is not ready for any request: " + failure.reason() : null;
            case TRANSIENT, QUOTA, UNKNOWN -> isOneOfMany ? "the vendor does not answer: " + failure.reason() : null;
            case REJECTED, BATCH -> isOneOfMany ? "the vendor rejects every request: " + failure.reason() : null;
            // the next request may fare better
            default -> null;
        };
    }

    private static boolean isTheRecordsOwn(RequestFailure failure) {
        String code = failure.code();
        return failure.outcome() == Outcome.UNPUBLISHED && code != null && OF_THE_RECORD.contains(code);
    }
}
