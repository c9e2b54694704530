package org.simrelay.kafka;

import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.simrelay.kafka.LedgerException.Away;
import org.simrelay.kafka.LedgerException.Fenced;
import org.simrelay.kafka.LedgerException.Moved;
import org.simrelay.kafka.LedgerException.Refused;

/** What an error of Kafka's client means for a transaction of the ledger. */
final class LedgerFailures {

    private static final Set<Class<?>> FENCED =
            Set.of(ProducerFencedException.class, InvalidProducerEpochException.class, FencedInstanceIdException.class);
    private static final Set<Class<?>> FOR_GOOD = Set.of(
            RecordTooLargeException.class,
            TopicAuthorizationException.class,
            InvalidRecordException.class,
            InvalidTopicException.class,
            UnknownTopicOrPartitionException.class,
            SerializationException.class);

    private LedgerFailures() {}

    /**
     * Fenced, moved, refused, or away where nothing else is certain.
     *
     * @param index the record that was being sent; below zero where the error is not one record's own
     * @param reachable whether the broker answers, so that a topic without metadata is not there
     */
    static LedgerException of(Exception e, int index, boolean reachable) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (e instanceof LedgerException known) {
            return known;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (FENCED.contains(cause.getClass())) {
                return new Fenced(cause);
            }
            if (cause instanceof CommitFailedException) {
                return new Moved(cause);
            }
            if (FOR_GOOD.contains(cause.getClass())) {
                return new Refused(cause, index);
            }
            // a topic that is not there and may not be made is found out by waiting for it
            if (reachable && String.valueOf(cause.getMessage()).contains("not present in metadata")) {
                return new Refused(cause, index);
            }
        }
        return new Away(e);
    }
}
