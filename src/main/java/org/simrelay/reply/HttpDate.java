package org.simrelay.reply;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A moment as HTTP writes it (RFC 9110, 5.6.7, in the form that is sent today). */
public final class HttpDate {

    private HttpDate() {}

    /** The moment; null for a text that is no date. */
    public static @Nullable Instant of(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
