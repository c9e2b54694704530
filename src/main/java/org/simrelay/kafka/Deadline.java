package org.simrelay.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaFuture;

/** A moment until which several answers are waited for, one after the other. */
final class Deadline {

    private final LongSupplier nanos;
    private final long end;

    /**
     * Begins now.
     *
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    Deadline(Duration most, LongSupplier nanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + most.toNanos();
    }

    /** What is left; zero when it is over. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /**
     * Waits for an answer.
     *
     * @throws ExecutionException with what Kafka said instead
     * @throws TimeoutException when the moment comes first
     */
    <T> T get(KafkaFuture<T> answer) throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(remaining().toNanos(), TimeUnit.NANOSECONDS);
    }
}
