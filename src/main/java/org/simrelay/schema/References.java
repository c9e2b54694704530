package org.simrelay.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Where a schema's {@code $ref} lead to. */
final class References {

    // what they hold is asked of the same value, and not of a part of it
    private static final List<String> SAME_VALUE = List.of("not", "if", "then", "else", "allOf", "anyOf", "oneOf");

    private final JsonNode root;
    private final Set<JsonNode> ends = Collections.newSetFromMap(new IdentityHashMap<>());

    private References(JsonNode root) {
        this.root = root;
    }

    /**
     * Refuses a schema of which a part leads back to itself for the same value: whatever it looks at, it would come to no end, and fail
     * each card. One that comes back for a part of the value, such as a tree, is right.
     *
     * @throws IllegalArgumentException naming the reference
     */
    static void requireEnd(JsonNode schema) {
        new References(schema).all(schema);
    }

    private void all(JsonNode node) {
        follow(node, Collections.newSetFromMap(new IdentityHashMap<>()));
        node.forEach(this::all);
    }

    private void follow(JsonNode node, Set<JsonNode> way) {
        if (!node.isObject() || ends.contains(node)) {
            return;
        }
        if (!way.add(node)) {
            throw new IllegalArgumentException("$ref " + node.path("$ref").asText("of a part")
                    + " leads back to itself for the same value; let it name another part");
        }
        next(node).forEach(part -> follow(part, way));
        way.remove(node);
        ends.add(node);
    }

    private List<JsonNode> next(JsonNode node) {
        List<JsonNode> next = new ArrayList<>();
        String reference = node.path("$ref").asText("");
        if (reference.equals("#")) {
            next.add(root);
        } else if (reference.startsWith("#/")) {
            next.add(root.at(JsonPointer.compile(reference.substring(1))));
        }
        for (String keyword : SAME_VALUE) {
            JsonNode held = node.path(keyword);
            if (held.isArray()) {
                held.forEach(next::add);
            } else {
                next.add(held);
            }
        }
        return next;
    }
}
