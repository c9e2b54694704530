package org.simrelay.sandbox.vendor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor answers.
 *
 * @param http status of HTTP
 * @param status of the envelope, as text
 * @param body JSON
 * @param refused whether the request was wrong, or its token
 * @param violation what a correct client never does, or null
 * @param given the cards that have an item in it
 */
record Answer(int http, String status, String body, boolean refused, @Nullable String violation, List<String> given) {
    static Answer ok(String status, String body) {
        return new Answer(200, status, body, false, null, List.of());
    }

    static Answer refused(String status, String body, @Nullable String violation) {
        return new Answer(200, status, body, true, violation, List.of());
    }

    /** A refusal by HTTP itself. */
    static Answer http(int http, String body, @Nullable String violation) {
        return new Answer(http, "", body, violation != null, violation, List.of());
    }

    /** The same, with the cards that have an item in it. */
    Answer giving(List<String> cards) {
        return new Answer(http, status, body, refused, violation, List.copyOf(cards));
    }
}
