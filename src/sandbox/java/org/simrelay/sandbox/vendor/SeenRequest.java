package org.simrelay.sandbox.vendor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the simulator saw it.
 *
 * @param at when it came, by the simulator's clock
 * @param parameters of the query and, for an iotbos POST, of the form; the first value of each, secrets as they came
 * @param headers of HTTP, names as they came
 * @param http status of HTTP in the answer; 0 if none was given
 * @param status of the envelope as text; empty if the answer had none
 * @param violation what a correct client never does, in words; null if it did nothing of the kind
 * @param fault what was made to go wrong, or null
 * @param given the cards that had an item in the answer as the vendor meant it, before a fault of the wire
 */
public record SeenRequest(
        Instant at,
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, List<String>> headers,
        int http,
        String status,
        @Nullable String violation,
        @Nullable FaultKind fault,
        List<String> given) {

    /** The cards of an iotbos request, in its order; empty for others. */
    public List<String> cards() {
        String cards = parameters.getOrDefault("cardIdNums", "");
        return cards.isEmpty() ? List.of() : List.of(cards.split(",", -1));
    }
}
