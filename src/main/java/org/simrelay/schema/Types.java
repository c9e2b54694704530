package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The types of JSON Schema. */
final class Types {

    private static final Map<String, Predicate<JsonNode>> ALL = Map.of(
            "string", JsonNode::isTextual,
            "number", JsonNode::isNumber,
            "integer", Types::isWhole,
            "boolean", JsonNode::isBoolean,
            "null", JsonNode::isNull,
            "object", JsonNode::isObject,
            "array", JsonNode::isArray);

    private Types() {}

    /**
     * The rule of {@code type}.
     *
     * @throws IllegalArgumentException for a name that is no type
     */
    static Rule of(List<String> names) {
        Predicate<JsonNode> any = null;
        for (String name : names) {
            Predicate<JsonNode> one = ALL.get(name);
            if (one == null) {
                throw new IllegalArgumentException("there is no type \"" + name + "\"; there are "
                        + String.join(", ", ALL.keySet().stream().sorted().toList()));
            }
            any = any == null ? one : any.or(one);
        }
        if (any == null) {
            throw new IllegalArgumentException("type names none");
        }
        return new Rule(String.join(" or ", names), any);
    }

    /** 6 and, as JSON Schema has it, 6.0. */
    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber()
                || (value.isNumber()
                        && value.decimalValue().remainder(BigDecimal.ONE).signum() == 0);
    }
}
