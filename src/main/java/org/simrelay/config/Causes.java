package org.simrelay.config;

import org.jspecify.annotations.Nullable;

/** What to tell an operator of an exception from Camel's depths. */
public final class Causes {

    private Causes() {}

    /** The innermost message, which is the one that says what is wrong, after the outermost, which says where. */
    public static String of(Throwable thrown) {
        String outer = message(thrown);
        String inner = outer;
        for (@Nullable Throwable next = thrown; next != null; next = next.getCause()) {
            inner = message(next);
        }
        return outer.contains(inner) ? outer : outer + ": " + inner;
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
