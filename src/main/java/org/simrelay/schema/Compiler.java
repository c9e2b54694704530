package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;

/**
 * Compiles the part of JSON Schema that flat values need; a schema that uses more is left to the library, which costs some six
 * times as much a record (1 to 3 µs for one of ours, not 0.2 to 0.4), and half a second at the first.
 */
final class Compiler {

    private static final Set<String> ALL = Keywords.all();
    private static final NodeCheck ANYTHING = new NodeCheck(List.of(), null, true, null);

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
        NodeCheck check = compiler.node(new SchemaPart(schema, ""));
        return compiler.needsLibrary ? null : check;
    }

    private NodeCheck node(SchemaPart part) {
        JsonNode json = part.json();
        if (!json.isObject()) {
            part.require(json.isBoolean(), "a schema is an object");
            needsLibrary = true;
            return ANYTHING;
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            known(part, entry.getKey());
        }
        needsLibrary |= Rules.needLibrary(part);
        needsLibrary |= json.has("additionalProperties")
                && !json.path("additionalProperties").isBoolean();
        JsonNode items = json.get("items");
        return new NodeCheck(
                Rules.of(part), fields(part), takesOthers(json), items == null ? null : node(part.items(items)));
    }

    private void known(SchemaPart part, String keyword) {
        boolean isTelling = Keywords.TELLING.contains(keyword) || Keywords.isOwn(keyword);
        part.require(
                isTelling || ALL.contains(keyword),
                "there is no keyword \"" + keyword + "\"" + Nearest.text(keyword, ALL)
                        + "; what only tells begins with x-");
        needsLibrary |= !isTelling && !Keywords.COMPILED.contains(keyword);
    }

    private @Nullable Map<String, NodeCheck.Field> fields(SchemaPart part) {
        JsonNode properties = part.json().path("properties");
        Set<String> required = Set.copyOf(part.names("required"));
        part.require(properties.isMissingNode() || properties.isObject(), "properties is an object of schemas");
        if (properties.isMissingNode() && required.isEmpty() && takesOthers(part.json())) {
            return null;
        }
        Map<String, NodeCheck.Field> fields = new LinkedHashMap<>();
        properties.properties().forEach(entry -> {
            NodeCheck check = node(part.field(entry.getKey(), entry.getValue()));
            fields.put(entry.getKey(), new NodeCheck.Field(check, required.contains(entry.getKey())));
        });
        for (String name : required) {
            // one that has no properties of its own is another field where no others are taken
            needsLibrary |= !fields.containsKey(name) && !takesOthers(part.json());
            fields.putIfAbsent(name, new NodeCheck.Field(ANYTHING, true));
        }
        return fields;
    }

    private static boolean takesOthers(JsonNode schema) {
        return schema.path("additionalProperties").asBoolean(true);
    }
}
