package org.simrelay.mask;

import java.util.Locale;

/** Makes what a log or a terminal would act on visible: line ends, control characters, what turns the order of letters. */
public final class Visible {

    private Visible() {}

    /** The text in one line: each such character as its escape. */
    public static String line(String text) {
        int at = 0;
        while (at < text.length() && isPlain(text, at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isPlain(text, at)) {
                visible.append(c);
            } else {
                visible.append(
                        switch (c) {
                            case '\n' -> "\\n";
                            case '\r' -> "\\r";
                            case '\t' -> "\\t";
                            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
                        });
            }
        }
        return visible.toString();
    }

    /** The text with its own lines, all but the first indented, so that none of them looks like the beginning of another. */
    public static String block(String text) {
        return text.lines()
                .map(Visible::line)
                .collect(java.util.stream.Collectors.joining(System.lineSeparator() + "  "));
    }

    private static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c < 0x7F) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SURROGATE -> isPaired(text, at) && !isTag(text, at);
            default -> true;
        };
    }

    private static boolean isPaired(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    // invisible letters behind U+E0000
    private static boolean isTag(String text, int at) {
        int start = Character.isHighSurrogate(text.charAt(at)) ? at : at - 1;
        return Character.getType(text.codePointAt(start)) == Character.FORMAT;
    }
}
