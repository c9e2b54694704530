package org.simrelay.sandbox.vendor;

import org.jspecify.annotations.Nullable;

/**
 * What a vendor answers.
 *
 * @param http status of HTTP
 * @param status of the envelope, as text
 * @param body JSON
 * @param refused whether the request was wrong, or its token
 * @param violation what a correct client never does, or null
 */
record Answer(int http, String status, String body, boolean refused, @Nullable String violation) {
    static Answer ok(String status, String body) {
        return new Answer(200, status, body, false, null);
    }

    static Answer refused(String status, String body, @Nullable String violation) {
        return new Answer(200, status, body, true, violation);
    }

    /** A refusal by HTTP itself. */
    static Answer http(int http, String body, @Nullable String violation) {
        return new Answer(http, "", body, violation != null, violation);
    }
}
