package org.simrelay.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Values as a scenario writes them. */
final class FieldValues {

    private static final Duration MOST = Duration.ofMinutes(1);

    private FieldValues() {}

    /** In milliseconds or with a unit, {@code 400ms}, {@code 2s}; null for what is none, or longer than a minute. */
    private static @Nullable Duration duration(String text) {
        if (!text.matches("[0-9]{1,5}(ms)?|[0-9]{1,2}s")) {
            return null;
        }
        long number = Long.parseLong(text.replaceAll("[a-z]", ""));
        boolean inSeconds = text.endsWith("s") && !text.endsWith("ms");
        Duration duration = inSeconds ? Duration.ofSeconds(number) : Duration.ofMillis(number);
        return duration.compareTo(MOST) <= 0 ? duration : null;
    }

    /** A whole number from 1. */
    static int whole(Fields fields, String key, int unset, int most) {
        String text = fields.text(key);
        if (text == null) {
            return unset;
        }
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        fields.wrong(key, key + " must be a whole number from 1 to " + most);
        return unset;
    }

    /** In milliseconds or with a unit: {@code 400ms}, {@code 2s}; a minute at most. */
    static Duration duration(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            return Duration.ZERO;
        }
        Duration duration = duration(text);
        if (duration != null) {
            return duration;
        }
        fields.wrong(key, key + " must be a duration such as 400ms or 2s, a minute at most");
        return Duration.ZERO;
    }
}
