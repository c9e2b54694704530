package org.simrelay.reply;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a vendor asks to wait, by the header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
public final class RetryAfter {

    private RetryAfter() {}

    /** How long from now; null where the header is not there, is neither, or names a moment that has passed. */
    public static @Nullable Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant until = HttpDate.of(text);
        return until == null || until.isBefore(now) ? null : Duration.between(now, until);
    }
}
