package org.simrelay.kafka;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way, by one producer or, where that is given up, by two; to the caller the one future of it.
 *
 * @param <K> of its key
 * @param <V> of its value
 */
final class Delivery<K, V> extends CompletableFuture<RecordMetadata> implements Callback {

    private final RenewableProducer<K, V> owner;
    private final @Nullable Callback callback;
    private ProducerRecord<K, V> record;
    private @Nullable Generation<K, V> generation;
    private Owed.@Nullable Slice slice;
    private boolean again;

    Delivery(RenewableProducer<K, V> owner, ProducerRecord<K, V> record, @Nullable Callback callback) {
        this.owner = owner;
        this.record = record;
        this.callback = callback;
    }

    /**
     * Hands it to a producer.
     *
     * @throws RuntimeException as {@link org.apache.kafka.clients.producer.KafkaProducer#send}
     */
    void by(Generation<K, V> next) {
        Owed.Slice counted = next.owed.one();
        generation = next;
        slice = counted;
        boolean handed = false;
        try {
            var unused = next.producer.send(record, this);
            handed = true;
        } finally {
            if (!handed) {
                counted.settled();
            }
        }
    }

    /** Whether it may go by another producer; only once. */
    boolean retry() {
        boolean first = !again;
        again = true;
        if (first) {
            // the serializer writes all headers, and those of a record that was sent cannot be written any more
            record = new ProducerRecord<>(
                    record.topic(), record.partition(), record.timestamp(), record.key(), record.value());
        }
        return first;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        Generation<K, V> by = Objects.requireNonNull(generation);
        Objects.requireNonNull(slice).settled();
        if (exception == null) {
            settle(metadata, null);
            return;
        }
        Generation.Legacy legacy = by.legacy();
        if (legacy == null || exception instanceof ApiException) {
            if (isFatal(exception)) {
                by.breaks();
            } else if (exception instanceof RecordTooLargeException) {
                owner.refusedForSize();
            }
            settle(metadata, exception);
        } else if (legacy == Generation.Legacy.FAILED) {
            settle(metadata, new TimeoutException("Kafka said nothing of it for twice its delivery time-out"));
        } else {
            owner.sendAgain(this, by, exception);
        }
    }

    /** The verdict. */
    void settle(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        try {
            if (callback != null) {
                callback.onCompletion(metadata, exception);
            }
        } finally {
            // whoever waits for it must not wait for ever, whatever the callback throws
            if (exception == null) {
                complete(metadata);
            } else {
                completeExceptionally(exception);
            }
        }
    }

    /** Kafka's producer has such an error for all records that follow, until it is made anew (TransactionManager.hasFatalError). */
    static boolean isFatal(Exception e) {
        return e instanceof ClusterAuthorizationException
                || e instanceof AuthenticationException
                || e instanceof UnsupportedVersionException
                || e instanceof ProducerFencedException
                || e instanceof InvalidProducerEpochException;
    }
}
