package org.simrelay.service;

import org.jspecify.annotations.Nullable;

/** What to tell an operator of an exception from Camel's depths. */
final class Reasons {

    private Reasons() {}

    /** The innermost message, which is the one that says what is wrong, after the outermost, which says where. */
    static String of(Throwable thrown) {
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
