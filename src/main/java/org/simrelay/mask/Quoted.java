package org.simrelay.mask;

import java.util.regex.Pattern;

/** How an error says what a setting is: a secret may have been pasted into the wrong place, so only what is short is quoted. */
public final class Quoted {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");
    private static final int LONGEST = 5;
    private static final int LONGEST_NUMBER = 7;

    private Quoted() {}

    /** {@code "ten"}, or what kind of text it is: {@code a text of 21 characters}. */
    public static String of(String value) {
        if (isShort(value)) {
            return "\"" + Visible.line(value) + "\"";
        }
        return (isNumber(value) ? "a number of " : "a text of ") + value.codePointCount(0, value.length())
                + " characters (not shown, it might be a secret)";
    }

    /** A path that cannot be read, or what kind of text stands in its place. */
    public static String path(String value) {
        return value.indexOf('/') >= 0 || value.indexOf('\\') >= 0 ? Visible.line(value) : of(value);
    }

    static boolean isShort(String value) {
        return value.codePointCount(0, value.length()) <= (isNumber(value) ? LONGEST_NUMBER : LONGEST);
    }

    private static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }
}
