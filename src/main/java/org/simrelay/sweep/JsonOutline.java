package org.simrelay.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a reply is built of, as JSLT names it: helps who looks for a list or a card's number where they are not. */
final class JsonOutline {

    private static final int MOST = 20;

    private JsonOutline() {}

    /** The arrays in a reply, each as the JSLT that names it, with how many items it has; without those in arrays. */
    static List<String> arrays(JsonNode reply) {
        List<String> arrays = new ArrayList<>();
        collect("", reply, arrays);
        return arrays;
    }

    /** The fields of an item. */
    static List<String> fields(JsonNode item) {
        List<String> fields = new ArrayList<>();
        item.fieldNames().forEachRemaining(name -> {
            if (fields.size() < MOST) {
                fields.add(name(name));
            }
        });
        return fields;
    }

    private static void collect(String path, JsonNode node, List<String> arrays) {
        if (node.isArray() && arrays.size() < MOST) {
            arrays.add((path.isEmpty() ? "." : path) + " (" + node.size() + ")");
        }
        node.properties().forEach(field -> collect(path + name(field.getKey()), field.getValue(), arrays));
    }

    private static String name(String field) {
        return field.matches("[A-Za-z_][A-Za-z0-9_-]*") ? "." + field : ".\"" + field + "\"";
    }
}
