package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.CharMatcher;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Days and times as vendors write them, in Asia/Shanghai. A placeholder is given as null. */
final class VendorDates {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final DateTimeFormatter SECOND = formatter("uuuu/M/d H:mm:ss");
    private static final DateTimeFormatter SECOND_ISO = formatter("uuuu-M-d H:mm:ss");
    private static final DateTimeFormatter PUBLISHED = formatter("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final int MINUTE = 60;

    private final PlaceholderDates placeholders;

    VendorDates(PlaceholderDates placeholders) {
        this.placeholders = placeholders;
    }

    /** A day as yyyyMMdd, given as yyyy-MM-dd. */
    JsonNode date(JsonNode value) {
        if (placeholders.counts(value)) {
            return NullNode.instance;
        }
        String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
        if (!DIGITS.matchesAllOf(text) || text.length() != 8) {
            throw InvalidValueException.of("date as yyyyMMdd", value);
        }
        // a formatter would cost as much as the rest of the mapping
        int number = Integer.parseInt(text);
        if (!isDay(number / 10_000, number / 100 % 100, number % 100)) {
            throw InvalidValueException.of("date as yyyyMMdd", value);
        }
        char[] day = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
        text.getChars(0, 4, day, 0);
        text.getChars(4, 6, day, 5);
        text.getChars(6, 8, day, 8);
        return TextNode.valueOf(String.valueOf(day));
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    /** A second in Asia/Shanghai as yyyy/MM/dd HH:mm:ss, given with the offset that it had then. */
    JsonNode time(JsonNode value) {
        if (placeholders.counts(value)) {
            return NullNode.instance;
        }
        String text = value.isTextual() ? value.textValue() : "";
        try {
            DateTimeFormatter form = text.indexOf('/') > 0 ? SECOND : SECOND_ISO;
            LocalDateTime local = LocalDateTime.parse(unsigned(text).replace('T', ' '), form);
            List<ZoneOffset> offsets = ZONE.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                throw InvalidValueException.of("time that the clocks of " + ZONE + " have shown", value);
            }
            return TextNode.valueOf(PUBLISHED.format(toTheMinute(local.atOffset(offsets.get(0)))));
        } catch (DateTimeException e) {
            throw InvalidValueException.of("time as yyyy/MM/dd HH:mm:ss", value);
        }
    }

    /** The same instant with an offset of whole minutes, as RFC 3339 has them: that of Shanghai before 1901 is +08:05:43. */
    private static OffsetDateTime toTheMinute(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        return seconds % MINUTE == 0
                ? time
                : time.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(seconds - seconds % MINUTE));
    }

    /** A year may have a sign (uuuu); no vendor's has. */
    private static String unsigned(String text) {
        return text.startsWith("-") || text.startsWith("+") ? "" : text;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
