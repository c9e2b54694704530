package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The types a mapping may name. Each takes one value; null stays null, what fits is given in the type's form, and
 * anything else is a {@link InvalidValueException}. A number may come as a numeric string (src/docs/vendors.md).
 */
final class TypeFunctions {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final int MOST_DIGITS = 80;

    private TypeFunctions() {}

    /**
     * @param unmapped counts the texts that are published as "other"
     * @param placeholders counts the dates that are published as null
     */
    static List<Function> all(UnmappedTexts unmapped, PlaceholderDates placeholders) {
        VendorDates dates = new VendorDates(placeholders);
        return List.of(
                new Type("int", TypeFunctions::integer),
                new Type("decimal", TypeFunctions::decimal),
                new Type("text", TypeFunctions::text),
                new Type("date", dates::date),
                new Type("time", dates::time),
                new Type("object", TypeFunctions::object),
                new Type("unmapped", unmapped::other),
                new Type("invalid", value -> {
                    throw InvalidValueException.of("value known to its mapping", value);
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
            throw InvalidValueException.of("whole number", value);
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
        if (number.scale() == 0) {
            return integer(value);
        }
        return value.isBigDecimal() ? value : DecimalNode.valueOf(number);
    }

    /** A text; a number where a text is due is a invalid. */
    private static JsonNode text(JsonNode value) {
        if (!value.isTextual()) {
            throw InvalidValueException.of("text", value);
        }
        return value;
    }

    /** An object, so that a value in its place is not read as an object without fields. */
    private static JsonNode object(JsonNode value) {
        if (!value.isObject()) {
            throw InvalidValueException.of("object", value);
        }
        return value;
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
        throw InvalidValueException.of(type, value);
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
            return value.isNull() && !name.equals("invalid") ? NullNode.instance : of.apply(value);
        }
    }
}
