package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Days and months as vendors ask for them, in their zone: {@code day($at, -1)} is the day before, {@code month($at, 0)} this month. */
final class TimeFunctions {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

    static final List<Function> ALL = List.of(
            new NamedFunction("day", 2, given -> text("day", given, DAY, LocalDate::plusDays)),
            new NamedFunction("month", 2, given -> text("month", given, MONTH, LocalDate::plusMonths)));

    private TimeFunctions() {}

    private static JsonNode text(
            String name, JsonNode[] given, DateTimeFormatter form, BiFunction<LocalDate, Long, LocalDate> plus) {
        if (!given[0].isTextual() || !given[1].isIntegralNumber()) {
            throw new JsltException(
                    name + " takes a time such as $at and a whole number, such as " + name + "($at, -1)");
        }
        try {
            LocalDate date = Instant.parse(given[0].textValue()).atZone(ZONE).toLocalDate();
            return TextNode.valueOf(form.format(plus.apply(date, given[1].longValue())));
        } catch (DateTimeException e) {
            throw new JsltException(name + ": " + given[0] + " is no time such as 2026-11-22T08:00:00Z", e);
        }
    }
}
