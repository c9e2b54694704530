package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;

/**
 * Compiles the part of JSON Schema that flat values need; a schema that uses more is left to the library, which costs some six
 * times as much a record (1 to 3 µs for one of ours, not 0.2 to 0.4), and half a second at the first.
 */
final class Compiler {

    private static final Set<String> ALL = Keywords.all();

    private boolean needsLibrary;

    private Compiler() {}

    /**
     * Compiles a schema.
     *
     * @return null where it uses more than is compiled here
     * @throws IllegalArgumentException with what is wrong and where
     */
    static @Nullable ValueCheck compile(JsonNode schema) {
        Compiler compiler = new Compiler();
        NodeCheck check = compiler.node(schema, "");
        return compiler.needsLibrary ? null : check;
    }

    private NodeCheck node(JsonNode schema, String where) {
        if (!schema.isObject()) {
            needsLibrary |= schema.isBoolean();
            require(schema.isBoolean(), where, "a schema is an object");
            return new NodeCheck(List.of(), null, true, null);
        }
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            known(entry.getKey(), where);
        }
        needsLibrary |= !schema.path("additionalProperties").isBoolean() && schema.has("additionalProperties");
        return new NodeCheck(rules(schema, where), fields(schema, where), takesOthers(schema), items(schema, where));
    }

    private void known(String keyword, String where) {
        require(
                ALL.contains(keyword) || Keywords.isOwn(keyword),
                where,
                "there is no keyword \"" + keyword + "\"" + Nearest.text(keyword, ALL)
                        + "; what only tells begins with x-");
        needsLibrary |=
                !Keywords.COMPILED.contains(keyword) && !Keywords.TELLING.contains(keyword) && !Keywords.isOwn(keyword);
    }

    private List<Rule> rules(JsonNode schema, String where) {
        List<Rule> rules = new ArrayList<>();
        JsonNode type = schema.get("type");
        if (type != null) {
            try {
                rules.add(Types.of(type.isTextual() ? List.of(type.textValue()) : texts(type, "type", where)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(at(where) + e.getMessage(), e);
            }
        }
        JsonNode values = schema.get("enum");
        if (values != null) {
            require(values.isArray() && !values.isEmpty(), where, "enum is a list of values");
            rules.add(oneOf(values));
        }
        if (schema.has("const")) {
            JsonNode value = schema.get("const");
            rules.add(new Rule(value.toString(), value::equals));
            needsLibrary |= value.isContainerNode() || value.isNumber();
        }
        text(schema, "pattern", where, pattern -> rules.add(matches(pattern, where)));
        text(schema, "format", where, format -> {
            if (Formats.isKnown(format)) {
                rules.add(Formats.of(format));
            }
        });
        number(
                schema,
                "minimum",
                where,
                least -> rules.add(new Rule(
                        "number from " + least + " on",
                        value -> !value.isNumber() || value.decimalValue().compareTo(least) >= 0)));
        number(
                schema,
                "maximum",
                where,
                most -> rules.add(new Rule(
                        "number up to " + most,
                        value -> !value.isNumber() || value.decimalValue().compareTo(most) <= 0)));
        number(
                schema,
                "minLength",
                where,
                least -> rules.add(new Rule(
                        "text of " + least + " characters or more",
                        Formats.texts(text -> length(text) >= least.intValue()))));
        number(
                schema,
                "maxLength",
                where,
                most -> rules.add(new Rule(
                        "text of " + most + " characters or less",
                        Formats.texts(text -> length(text) <= most.intValue()))));
        return rules;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Texts and null; other values are left to the library, for which 1 and 1.0 are the same. */
    private Rule oneOf(JsonNode values) {
        Set<String> texts = new HashSet<>();
        boolean hasNull = false;
        for (JsonNode value : values) {
            hasNull |= value.isNull();
            needsLibrary |= !value.isNull() && !value.isTextual();
            texts.add(value.textValue());
        }
        boolean takesNull = hasNull;
        String all = values.toString();
        return new Rule(
                "one of " + all.substring(1, all.length() - 1).replace(",", ", "),
                value -> value.isTextual() ? texts.contains(value.textValue()) : takesNull && value.isNull());
    }

    private static Rule matches(String pattern, String where) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return new Rule("text like " + pattern, Formats.texts(text -> compiled.matcher(text)
                    .find()));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(at(where) + "pattern cannot be read: " + e.getDescription(), e);
        }
    }

    private @Nullable Map<String, NodeCheck.Field> fields(JsonNode schema, String where) {
        JsonNode properties = schema.get("properties");
        JsonNode needed = schema.get("required");
        if (properties == null && needed == null && takesOthers(schema)) {
            return null;
        }
        Set<String> required = needed == null ? Set.of() : Set.copyOf(texts(needed, "required", where));
        Map<String, NodeCheck.Field> fields = new LinkedHashMap<>();
        if (properties != null) {
            require(properties.isObject(), where, "properties is an object of schemas");
            properties
                    .properties()
                    .forEach(entry -> fields.put(
                            entry.getKey(),
                            new NodeCheck.Field(
                                    node(entry.getValue(), (where.isEmpty() ? "" : where + ".") + entry.getKey()),
                                    required.contains(entry.getKey()))));
        }
        for (String name : required) {
            // one that has no properties of its own is another field where no others are taken
            needsLibrary |= !fields.containsKey(name) && !takesOthers(schema);
            fields.putIfAbsent(name, new NodeCheck.Field(new NodeCheck(List.of(), null, true, null), true));
        }
        return fields;
    }

    private static boolean takesOthers(JsonNode schema) {
        return schema.path("additionalProperties").asBoolean(true);
    }

    private @Nullable NodeCheck items(JsonNode schema, String where) {
        JsonNode items = schema.get("items");
        return items == null ? null : node(items, where + "[]");
    }

    private static List<String> texts(JsonNode list, String keyword, String where) {
        List<String> texts = new ArrayList<>();
        require(list.isArray(), where, keyword + " is a list of names");
        for (JsonNode name : list) {
            require(name.isTextual(), where, keyword + " is a list of names");
            texts.add(name.textValue());
        }
        return texts;
    }

    private static void text(JsonNode schema, String keyword, String where, java.util.function.Consumer<String> then) {
        JsonNode value = schema.get(keyword);
        if (value != null) {
            require(value.isTextual(), where, keyword + " is a text");
            then.accept(value.textValue());
        }
    }

    private static void number(
            JsonNode schema, String keyword, String where, java.util.function.Consumer<BigDecimal> then) {
        JsonNode value = schema.get(keyword);
        if (value != null) {
            require(value.isNumber(), where, keyword + " is a number");
            then.accept(value.decimalValue());
        }
    }

    private static void require(boolean holds, String where, String message) {
        if (!holds) {
            throw new IllegalArgumentException(at(where) + message);
        }
    }

    private static String at(String where) {
        return where.isEmpty() ? "" : where + ": ";
    }
}
