package org.simrelay.mask;

import com.google.common.base.CharMatcher;

/**
 * Values of settings that Kafka's client quotes where they do not fit, which may be secrets in the wrong place: {@code Invalid value …
 * for configuration}, in one line. A pattern would look through the rest of the text for each that begins and does not end.
 */
final class InvalidValues {

    private static final String BEFORE = "Invalid value ";
    private static final String BEHIND = " for configuration ";
    private static final CharMatcher LINE_END = CharMatcher.anyOf("\n\r\u0085\u2028\u2029");
    // what is shorter is quoted, as everywhere
    private static final int SHORTEST = 6;

    private InvalidValues() {}

    /** Adds the stretches that are to be masked. */
    static void find(String text, Stretches stretches, String mask) {
        int end = 0;
        int line = 0;
        int from = behind(text, 0);
        while (from >= 0) {
            // each is looked for again only where it is passed: the text is gone through once
            end = end < from ? text.indexOf(BEHIND, from) : end;
            line = line < from ? lineEnd(text, from) : line;
            if (end < 0) {
                return;
            }
            if (line < end) {
                from = behind(text, line);
            } else if (end - from < SHORTEST || Character.isWhitespace(text.charAt(from))) {
                from = behind(text, from);
            } else {
                stretches.add(from, end, mask);
                from = behind(text, end);
            }
        }
    }

    private static int lineEnd(String text, int from) {
        int at = LINE_END.indexIn(text, from);
        return at < 0 ? text.length() : at;
    }

    /** Where a value begins, from there on; below zero where none does. */
    private static int behind(String text, int from) {
        int at = text.indexOf(BEFORE, from);
        return at < 0 ? at : at + BEFORE.length();
    }
}
