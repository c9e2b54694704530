package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a vendor answers.
 *
 * @param method of the requests it answers
 * @param path of the requests it answers, without the query
 * @param query what the parameters that are named must be; others may be there
 * @param times how many requests it answers, then the next that fits does
 * @param delay how long it waits before it answers
 * @param status HTTP's
 * @param body the reply to a request, which it is given as JSON
 * @param fault what goes wrong with the connection
 * @param parts in how many parts the body goes out
 * @param pause how long it waits after each part
 */
record Stub(
        String method,
        String path,
        Map<String, Predicate<String>> query,
        int times,
        Duration delay,
        int status,
        Map<String, String> headers,
        Function<JsonNode, byte[]> body,
        @Nullable Fault fault,
        int parts,
        Duration pause) {

    static final int NO_END = Integer.MAX_VALUE;

    /** How a connection can break. */
    enum Fault {
        /** Closed without an answer. */
        CLOSED("closed"),
        /** Reset by the vendor's side. */
        RESET("reset"),
        /** What comes is no HTTP. */
        GARBAGE("garbage"),
        /** Closed after half of the body. */
        CUT_OFF("cut-off");

        private final String word;

        Fault(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    boolean answers(Call call) {
        return method.equals(call.method())
                && path.equals(call.path())
                && query.entrySet().stream()
                        .allMatch(due -> call.values(due.getKey()).stream().anyMatch(due.getValue()));
    }
}
