package org.simrelay.config;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms that a setting's text can have; each gives null for a text of another form. */
final class ValueForms {

    private ValueForms() {}

    /** A whole number from {@code least} to {@code most}. */
    static @Nullable Long whole(String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            return value >= least && value <= most ? (Long) value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number above zero. */
    static @Nullable Double positive(String text) {
        try {
            double value = Double.parseDouble(text);
            return value > 0 && value < Double.MAX_VALUE ? (Double) value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A duration above zero. */
    static @Nullable Duration duration(String text) {
        Long millis = Durations.millis(text);
        return millis == null || millis <= 0 ? null : Duration.ofMillis(millis);
    }

    /** Yes or no, in any case. */
    static @Nullable Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }
}
