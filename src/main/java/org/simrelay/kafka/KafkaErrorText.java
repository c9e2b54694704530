package org.simrelay.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** An error of Kafka's client in a few words. */
final class KafkaErrorText {

    private KafkaErrorText() {}

    /** What Kafka said: the kind of error and its message. */
    static String of(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof TimeoutException || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return "no answer in time";
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
