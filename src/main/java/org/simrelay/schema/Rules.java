package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** The keywords that look at a value by itself. */
final class Rules {

    private Rules() {}

    /**
     * Those of a schema.
     *
     * @throws IllegalArgumentException for one in another form than it has
     */
    static List<Rule> of(SchemaPart part) {
        List<Rule> rules = new ArrayList<>();
        JsonNode type = part.json().get("type");
        if (type != null) {
            rules.add(type(part, type));
        }
        JsonNode values = part.json().get("enum");
        if (values != null) {
            part.require(values.isArray() && !values.isEmpty(), "enum is a list of values");
            rules.add(oneOf(values));
        }
        JsonNode value = part.json().get("const");
        if (value != null) {
            rules.add(new Rule(value.toString(), value::equals));
        }
        String pattern = part.text("pattern");
        if (pattern != null) {
            rules.add(like(part, pattern));
        }
        String format = part.text("format");
        if (format != null && Formats.isKnown(format)) {
            rules.add(Formats.of(format));
        }
        bounds(part, rules);
        return rules;
    }

    /** Whether the library is needed for what they compare with: for it 1 and 1.0 are the same. */
    static boolean needLibrary(SchemaPart part) {
        for (JsonNode value : part.json().path("enum")) {
            if (!value.isNull() && !value.isTextual()) {
                return true;
            }
        }
        JsonNode value = part.json().path("const");
        return value.isContainerNode() || value.isNumber();
    }

    private static Rule type(SchemaPart part, JsonNode type) {
        List<String> names = type.isTextual() ? List.of(type.textValue()) : part.names("type");
        try {
            return Types.of(names);
        } catch (IllegalArgumentException e) {
            throw part.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Rule oneOf(JsonNode values) {
        Set<String> texts = new HashSet<>();
        boolean hasNull = false;
        for (JsonNode value : values) {
            hasNull |= value.isNull();
            texts.add(value.textValue());
        }
        boolean takesNull = hasNull;
        String all = values.toString();
        return new Rule(
                "one of " + all.substring(1, all.length() - 1).replace(",", ", "),
                value -> value.isTextual() ? texts.contains(value.textValue()) : takesNull && value.isNull());
    }

    private static Rule like(SchemaPart part, String pattern) {
        try {
            return new Rule("text like " + pattern, Formats.texts(new BoundedPattern(pattern)::matches));
        } catch (PatternSyntaxException e) {
            throw part.wrong("pattern cannot be read: " + e.getDescription());
        }
    }

    private static void bounds(SchemaPart part, List<Rule> rules) {
        BigDecimal least = part.number("minimum");
        if (least != null) {
            rules.add(new Rule(
                    "number from " + least + " on",
                    value -> !value.isNumber() || value.decimalValue().compareTo(least) >= 0));
        }
        BigDecimal most = part.number("maximum");
        if (most != null) {
            rules.add(new Rule(
                    "number up to " + most,
                    value -> !value.isNumber() || value.decimalValue().compareTo(most) <= 0));
        }
        BigDecimal shortest = part.number("minLength");
        if (shortest != null) {
            rules.add(new Rule("text of " + shortest + " characters or more", Formats.texts(hasAtLeast(shortest))));
        }
        BigDecimal longest = part.number("maxLength");
        if (longest != null) {
            rules.add(new Rule(
                    "text of " + longest + " characters or less",
                    Formats.texts(
                            hasAtLeast(longest.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE))
                                    .negate())));
        }
    }

    /** Characters as JSON Schema counts them, which are one or two of Java's; they are seldom counted. */
    private static Predicate<String> hasAtLeast(BigDecimal least) {
        // more than any text has, and still an int
        int characters = least.min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .max(BigDecimal.ZERO)
                .setScale(0, RoundingMode.CEILING)
                .intValue();
        return text -> text.length() >= characters
                && (text.length() / 2 >= characters || text.codePointCount(0, text.length()) >= characters);
    }
}
