package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Days that stand where a vendor's software has no date: the zero, the first or the last day of what its languages and databases
 * can hold. They are published as null, and counted. Thread-safe.
 */
final class PlaceholderDates {

    /** src/docs/records.md lists them; beside them any day of the year 0, which no calendar has. */
    private static final Set<String> DAYS = Set.of(
            // .NET, Go and Java
            "0001-01-01",
            // SQL Server
            "1753-01-01",
            // OLE, Delphi and spreadsheets
            "1899-12-30",
            "1899-12-31",
            "1900-01-01",
            // Unix
            "1970-01-01",
            "9999-12-31");

    private static final Pattern DAY = Pattern.compile(
            "([0-9]{4})([-/.]?)([0-9]{1,2})\\2([0-9]{1,2})([ T][ 0-9:.,]{0,20}(Z|[-+][0-9]{2}:?[0-9]{2})?)?");

    private final Map<String, LongAdder> met = new ConcurrentHashMap<>();

    /** Whether the value is a placeholder, in any of the forms that dates are written in; counts it if so. */
    boolean counts(JsonNode value) {
        String text =
                value.isIntegralNumber() || value.isTextual() ? value.asText().strip() : "";
        // nearly every date of a SIM card begins with a 2, and is not worth a pattern
        if (text.isEmpty() || "019".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        Matcher day = DAY.matcher(whole(value, text));
        if (!day.matches()) {
            return false;
        }
        String known = day.group(1) + "-" + twoDigits(day.group(3)) + "-" + twoDigits(day.group(4));
        boolean placeholder = known.startsWith("0000") || DAYS.contains(known);
        if (placeholder) {
            met.computeIfAbsent(known, first -> new LongAdder()).increment();
        }
        return placeholder;
    }

    /** Each day with its count; empty when there was none. What was told is not told again. */
    String takeReport() {
        Map<String, Long> counts = new TreeMap<>();
        met.forEach((day, count) -> counts.put(day, count.sumThenReset()));
        return counts.entrySet().stream()
                .filter(day -> day.getValue() > 0)
                .map(day -> day.getKey() + " " + day.getValue() + "×")
                .collect(Collectors.joining(", "));
    }

    // a number has lost the zeros that its day begins with; "0" is a day of zeros too
    private static String whole(JsonNode value, String text) {
        boolean shortened = value.isIntegralNumber() || text.equals("0");
        return shortened ? "0".repeat(Math.max(0, 8 - text.length())) + text : text;
    }

    private static String twoDigits(String number) {
        return number.length() == 2 ? number : "0" + number;
    }
}
