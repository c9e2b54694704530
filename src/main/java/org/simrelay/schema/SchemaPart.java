package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema, or one within it, as it is compiled.
 *
 * @param json its keywords
 * @param where the field it is of; empty for the whole
 */
record SchemaPart(JsonNode json, String where) {

    /** The schema of a field of this. */
    SchemaPart field(String name, JsonNode of) {
        return new SchemaPart(of, where.isEmpty() ? name : where + "." + name);
    }

    /** The schema of this one's items. */
    SchemaPart items(JsonNode of) {
        return new SchemaPart(of, where + "[]");
    }

    /** A keyword's text; null where it is not there. */
    @Nullable String text(String keyword) {
        JsonNode value = json.get(keyword);
        require(value == null || value.isTextual(), keyword + " is a text");
        return value == null ? null : value.textValue();
    }

    /** A keyword's number; null where it is not there. */
    @Nullable BigDecimal number(String keyword) {
        JsonNode value = json.get(keyword);
        require(value == null || value.isNumber(), keyword + " is a number");
        return value == null ? null : value.decimalValue();
    }

    /** A keyword's names, in order; none where it is not there. */
    List<String> names(String keyword) {
        List<String> names = new ArrayList<>();
        JsonNode list = json.get(keyword);
        require(list == null || list.isArray(), keyword + " is a list of names");
        if (list != null) {
            for (JsonNode name : list) {
                require(name.isTextual(), keyword + " is a list of names");
                names.add(name.textValue());
            }
        }
        return names;
    }

    /** @throws IllegalArgumentException with the message and where, unless it holds */
    void require(boolean holds, String message) {
        if (!holds) {
            throw wrong(message);
        }
    }

    /** What is thrown for a mistake in this. */
    IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(where.isEmpty() ? message : where + ": " + message);
    }
}
