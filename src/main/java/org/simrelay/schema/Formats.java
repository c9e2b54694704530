package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.function.Predicate;

/** The formats {@code date} and {@code date-time} of RFC 3339, without the cost of a formatter. */
final class Formats {

    private static final int DAY = 10;
    private static final int SECOND = 19;
    private static final int OFFSET = 6;

    private Formats() {}

    /** Whether a format is one that is looked at; others only tell, as JSON Schema has it. */
    static boolean isKnown(String name) {
        return name.equals("date") || name.equals("date-time");
    }

    /** The rule of {@code format}: of what is no text it says nothing. */
    static Rule of(String name) {
        Predicate<String> fits = name.equals("date") ? Formats::isDate : Formats::isTime;
        return new Rule(
                name.equals("date") ? "date (yyyy-MM-dd)" : "time with an offset (yyyy-MM-ddTHH:mm:ss+08:00)",
                value -> !value.isTextual() || fits.test(value.textValue()));
    }

    static Predicate<JsonNode> texts(Predicate<String> fits) {
        return value -> !value.isTextual() || fits.test(value.textValue());
    }

    private static boolean isDate(String text) {
        return text.length() == DAY && beginsWithDate(text);
    }

    private static boolean isTime(String text) {
        if (text.length() < SECOND + 1
                || !beginsWithDate(text)
                || Character.toUpperCase(text.charAt(DAY)) != 'T'
                || !isClock(text, DAY + 1)
                || text.charAt(SECOND - 3) != ':'
                || within(text, SECOND - 2, 0, 60) < 0) {
            return false;
        }
        int at = SECOND;
        if (text.charAt(at) == '.') {
            int digits = at + 1;
            while (digits < text.length() && isDigit(text.charAt(digits))) {
                digits++;
            }
            if (digits == at + 1) {
                return false;
            }
            at = digits;
        }
        return isOffset(text, at);
    }

    private static boolean isOffset(String text, int at) {
        if (text.length() == at + 1) {
            return Character.toUpperCase(text.charAt(at)) == 'Z';
        }
        return text.length() == at + OFFSET
                && (text.charAt(at) == '+' || text.charAt(at) == '-')
                && isClock(text, at + 1);
    }

    private static boolean isClock(String text, int at) {
        return within(text, at, 0, 23) >= 0 && text.charAt(at + 2) == ':' && within(text, at + 3, 0, 59) >= 0;
    }

    private static boolean beginsWithDate(String text) {
        if (!isDigit(text.charAt(0))
                || !isDigit(text.charAt(1))
                || !isDigit(text.charAt(2))
                || !isDigit(text.charAt(3))
                || text.charAt(4) != '-'
                || text.charAt(7) != '-') {
            return false;
        }
        int month = within(text, 5, 1, 12);
        int day = within(text, 8, 1, 31);
        return month > 0
                && day > 0
                && (day <= 28
                        || day
                                <= YearMonth.of(Integer.parseInt(text, 0, 4, 10), month)
                                        .lengthOfMonth());
    }

    /** The number of two digits there; below zero where it is none, or out of bounds. */
    private static int within(String text, int at, int least, int most) {
        if (!isDigit(text.charAt(at)) || !isDigit(text.charAt(at + 1))) {
            return -1;
        }
        int number = (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
        return number < least || number > most ? -1 : number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
