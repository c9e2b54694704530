package org.simrelay.schema;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The types of JSON Schema. */
final class Types {

    private static final Map<String, JsonNodeType> ALL = Map.of(
            "string", JsonNodeType.STRING,
            "number", JsonNodeType.NUMBER,
            "boolean", JsonNodeType.BOOLEAN,
            "null", JsonNodeType.NULL,
            "object", JsonNodeType.OBJECT,
            "array", JsonNodeType.ARRAY);
    private static final String WHOLE = "integer";

    private Types() {}

    /**
     * The rule of {@code type}.
     *
     * @throws IllegalArgumentException for a name that is no type
     */
    static Rule of(List<String> names) {
        Set<JsonNodeType> types = EnumSet.noneOf(JsonNodeType.class);
        for (String name : names) {
            JsonNodeType type = ALL.get(name);
            if (type != null) {
                types.add(type);
            } else if (!name.equals(WHOLE)) {
                throw new IllegalArgumentException("there is no type \"" + name + "\"; there are "
                        + Stream.concat(ALL.keySet().stream(), Stream.of(WHOLE))
                                .sorted()
                                .collect(joining(", ")));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("type names none");
        }
        // an EnumSet is asked with one look at a bit, however many types it has
        Predicate<JsonNode> any = value -> types.contains(value.getNodeType()) && !isNoNumber(value);
        return new Rule(String.join(" or ", names), names.contains(WHOLE) ? any.or(Types::isWhole) : any);
    }

    /** What arithmetic gives beyond all numbers, which JSON has no word for. */
    private static boolean isNoNumber(JsonNode value) {
        return value.isDouble() && !Double.isFinite(value.doubleValue());
    }

    /** 6 and, as JSON Schema has it, 6.0. */
    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber()
                || (value.isBigDecimal() && isWhole(value.decimalValue()))
                || (value.isDouble() && !isNoNumber(value) && value.doubleValue() == Math.rint(value.doubleValue()));
    }

    /** By its digits: to divide 1e2000000, which is short to write, would take minutes. */
    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0
                || number.scale() <= 0
                || number.stripTrailingZeros().scale() <= 0;
    }
}
