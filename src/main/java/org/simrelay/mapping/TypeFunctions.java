package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.CharMatcher;
import com.schibsted.spt.data.jslt.Function;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The types a mapping may name. Each takes one value; null stays null, what fits is given in the type's form, and
 * anything else is a {@link Misfit}. A number may come as a numeric string (FACTS.md).
 */
final class TypeFunctions {

    private static final ZoneId VENDOR_ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final int MOST_DIGITS = 80;
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final DateTimeFormatter SECOND = formatter("uuuu/M/d H:mm:ss");
    private static final DateTimeFormatter SECOND_ISO = formatter("uuuu-M-d H:mm:ss");
    private static final DateTimeFormatter PUBLISHED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private TypeFunctions() {}

    /** @param unseen counts the texts that are published as "other" */
    static List<Function> all(Unseen unseen) {
        return List.of(
                new Type("int", TypeFunctions::integer),
                new Type("decimal", TypeFunctions::decimal),
                new Type("text", TypeFunctions::text),
                new Type("date", TypeFunctions::date),
                new Type("time", TypeFunctions::time),
                new Type("object", TypeFunctions::object),
                new Type("unseen", unseen::other),
                new Type("misfit", value -> {
                    throw misfit("value known to its mapping", value);
                }));
    }

    /** A whole number: 6, "6", 6.0. */
    private static JsonNode integer(JsonNode value) {
        if (value.isInt() || value.isLong()) {
            return value;
        }
        BigDecimal number = number("whole number", value);
        try {
            BigInteger whole = number.toBigIntegerExact();
            return whole.bitLength() < 32
                    ? IntNode.valueOf(whole.intValue())
                    : whole.bitLength() < 64 ? LongNode.valueOf(whole.longValue()) : BigIntegerNode.valueOf(whole);
        } catch (ArithmeticException e) {
            throw misfit("whole number", value);
        }
    }

    /** A number with the digits it came with: 1.00 stays 1.00. */
    private static JsonNode decimal(JsonNode value) {
        if (value.isInt() || value.isLong()) {
            return value;
        }
        BigDecimal number = number("number", value);
        if (value.isIntegralNumber()) {
            return value;
        }
        return number.scale() == 0 ? integer(value) : DecimalNode.valueOf(number);
    }

    /** A text; a number where a text is due is a misfit. */
    private static JsonNode text(JsonNode value) {
        if (!value.isTextual()) {
            throw misfit("text", value);
        }
        return value;
    }

    /** An object, so that a value in its place is not read as an object without fields. */
    private static JsonNode object(JsonNode value) {
        if (!value.isObject()) {
            throw misfit("object", value);
        }
        return value;
    }

    /** A day as yyyyMMdd, given as yyyy-MM-dd. */
    private static JsonNode date(JsonNode value) {
        String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
        if (!DIGITS.matchesAllOf(text) || text.length() != 8) {
            throw misfit("date as yyyyMMdd", value);
        }
        // a formatter would cost as much as the rest of the mapping
        int number = Integer.parseInt(text);
        if (!isDay(number / 10_000, number / 100 % 100, number % 100)) {
            throw misfit("date as yyyyMMdd", value);
        }
        return TextNode.valueOf(text.substring(0, 4) + '-' + text.substring(4, 6) + '-' + text.substring(6));
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    /** A second in Asia/Shanghai as yyyy/MM/dd HH:mm:ss, given with its offset. */
    private static JsonNode time(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        try {
            DateTimeFormatter form = text.indexOf('/') > 0 ? SECOND : SECOND_ISO;
            LocalDateTime local = LocalDateTime.parse(unsigned(text).replace('T', ' '), form);
            return TextNode.valueOf(PUBLISHED.format(local.atZone(VENDOR_ZONE)));
        } catch (DateTimeException e) {
            throw misfit("time as yyyy/MM/dd HH:mm:ss", value);
        }
    }

    /** A year may have a sign (uuuu); no vendor's has. */
    private static String unsigned(String text) {
        return text.startsWith("-") || text.startsWith("+") ? "" : text;
    }

    private static BigDecimal number(String type, JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            // 1e2000000 is short to write and long to publish
            if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
                return number;
            }
        }
        if (value.isTextual() && NUMBER.matcher(value.textValue()).matches()) {
            return new BigDecimal(value.textValue());
        }
        throw misfit(type, value);
    }

    private static Misfit misfit(String type, JsonNode value) {
        String shown = value.toString();
        return new Misfit((shown.length() > 80 ? shown.substring(0, 80) + "…" : shown) + " is no " + type);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private record Type(String name, UnaryOperator<JsonNode> of) implements Function {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return 1;
        }

        @Override
        public int getMaxArguments() {
            return 1;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            JsonNode value = arguments[0];
            return value.isNull() && !name.equals("misfit") ? NullNode.instance : of.apply(value);
        }
    }
}
