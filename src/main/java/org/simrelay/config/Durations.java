package org.simrelay.config;

import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/** Durations in Camel's form: {@code 25s}, {@code 1m30s}, or milliseconds. Camel 4.18 reads what has another form as 0, or breaks (TimeUtils). */
public final class Durations {

    private static final Pattern FORM = Pattern.compile(
            "-?[0-9]{1,18}|(?!$)([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?");

    private Durations() {}

    /** In milliseconds; null for a text that is neither a whole number nor a duration. */
    public static @Nullable Long millis(String text) {
        return FORM.matcher(text).matches() ? (Long) TimeUtils.toMilliSeconds(text) : null;
    }
}
