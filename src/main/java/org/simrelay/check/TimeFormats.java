package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of {@code parse-time} and {@code format-time} in a JSLT text: a letter that is nearly the one meant reads other times. */
final class TimeFormats {

    private static final Pattern FORMAT = Pattern.compile(
            "(?<![\\w-])(?:parse|format)-time\\s*\\([^\"()]*(?:\\([^()]*\\)[^\"()]*)*\"(?<format>[^\"]*)\"");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");

    private TimeFormats() {}

    /** Formats that are wrong: what to say, each with where the format stands in the text, from 0. */
    static List<Wrong> in(String jslt) {
        List<Wrong> wrong = new ArrayList<>();
        Matcher found = FORMAT.matcher(jslt);
        while (found.find()) {
            String format = found.group("format");
            String said = said(LITERAL.matcher(format).replaceAll(""));
            if (said != null) {
                wrong.add(new Wrong('"' + format + '"', found.start("format") - 1, said));
            }
        }
        return wrong;
    }

    /**
     * A format that is wrong.
     *
     * @param near as it is written, in its quotes
     * @param said what is wrong, with the remedy
     */
    record Wrong(String near, int offset, String said) {}

    private static @Nullable String said(String format) {
        if (format.contains("Y")) {
            return "YYYY is the year of the week, another one around New Year; write yyyy";
        }
        if (format.contains("D")) {
            return "DD is the day of the year; write dd for that of the month";
        }
        if (format.matches("(?s).*y[^A-Za-z]?mm.*")) {
            return "mm are minutes; write MM for the month";
        }
        if (format.contains("h") && !format.contains("a")) {
            return "hh are the hours of a half day; write HH";
        }
        return format.matches("(?s).*[Hh][^A-Za-z]?MM.*") ? "MM is the month; write mm for minutes" : null;
    }
}
