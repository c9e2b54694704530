package org.simrelay.reply;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import org.apache.camel.RuntimeCamelException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;

/** What an exception in a poll means, for those that are no {@link RequestFailure} themselves. */
public final class RequestFailures {

    private RequestFailures() {}

    /** A JSON error, a broken connection, a time-out: transient. Kafka's own: unpublished. Anything else is our own fault, which says nothing of the request: unknown. */
    public static RequestFailure of(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestFailure failure) {
                return failure;
            }
            if (cause instanceof SettingsException settings) {
                return new RequestFailure(Outcome.REJECTED, null, String.valueOf(settings.getMessage()));
            }
            if (cause instanceof KafkaException kafka) {
                return new RequestFailure(
                        Outcome.UNPUBLISHED, kafka.getClass().getSimpleName(), "Kafka: " + kafka.getMessage());
            }
            if (cause instanceof JacksonException json) {
                return RequestFailure.unreadable(how(json), "the reply is no JSON: " + json.getOriginalMessage());
            }
            if (cause instanceof IOException io) {
                return new RequestFailure(
                        Outcome.TRANSIENT,
                        io.getClass().getSimpleName(),
                        io.getClass().getSimpleName() + ": " + io.getMessage());
            }
            if (!(cause instanceof RuntimeCamelException)) {
                break;
            }
        }
        return new RequestFailure(
                Outcome.UNKNOWN, RequestFailure.FAULT, String.valueOf(cause == null ? thrown : cause));
    }

    /** A text that does not even begin as JSON is no reply, but a page or a word of some machine on the way. */
    private static @Nullable String how(JacksonException json) {
        if (json.getProcessor() instanceof JsonParser parser
                && parser.getParsingContext().inRoot()) {
            return null;
        }
        String message = json.getOriginalMessage();
        // cut short at another place is cut short another way
        return json instanceof JsonEOFException
                ? message + " at " + json.getLocation().offsetDescription()
                : message;
    }
}
