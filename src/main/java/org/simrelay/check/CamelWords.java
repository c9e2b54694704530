package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.records.Json;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Looks at the words of a route file by the schema of Camel's YAML language: words that it does not have where they stand, and those that are missing. */
final class CamelWords {

    private static final JsonNode SCHEMA = schema();

    private final Path file;
    private final List<String> wrong = new ArrayList<>();

    private CamelWords(Path file) {
        this.file = file;
    }

    /** What is wrong: messages with file, line and the nearest right word. */
    static List<String> problems(Path file, @Nullable Node root) {
        CamelWords words = new CamelWords(file);
        if (root != null) {
            words.look(root, SCHEMA, "a route file");
        }
        return words.wrong;
    }

    private void look(Node node, JsonNode schema, String where) {
        JsonNode here = resolved(schema);
        if (node instanceof MappingNode && here.path("type").asText().equals("array")) {
            say(node, where + " must be a list: put a hyphen before each of what is below it");
        } else if (node instanceof SequenceNode && here.path("type").asText().equals("object") && !isOpen(here)) {
            say(node, where + " must be a map: remove the hyphens before what is below it");
        } else if (node instanceof SequenceNode list) {
            JsonNode items = here.path("items");
            list.getValue().forEach(item -> look(item, items, where));
        } else if (node instanceof MappingNode fields) {
            Map<String, JsonNode> words = new TreeMap<>();
            boolean closed = collect(here, words);
            for (NodeTuple field : fields.getValue()) {
                String word = YamlNodes.text(field.getKeyNode());
                JsonNode known = words.get(word);
                if (known != null) {
                    look(field.getValueNode(), known, word);
                } else if (closed) {
                    unknown(field.getKeyNode(), word, words, where);
                }
            }
            required(fields, here, where);
        } else if (node instanceof ScalarNode scalar && !scalar.getValue().contains("{{")) {
            kind(scalar, here, where);
        }
    }

    /** Whether it may be something else too. */
    private static boolean isOpen(JsonNode schema) {
        return schema.has("oneOf") || schema.has("anyOf");
    }

    private void unknown(Node key, String word, Map<String, JsonNode> words, String where) {
        boolean ofBean = words.containsKey("factoryBean") && Nearest.of(word, words.keySet()) == null;
        say(
                key,
                where + " has no " + (word.isEmpty() ? "such word" : word)
                        + (ofBean
                                ? ": the properties of a bean stand below \"properties:\"; indent it"
                                : Nearest.text(word, words.keySet()) + "; mend it, or its indentation"));
    }

    private void required(MappingNode fields, JsonNode schema, String where) {
        for (JsonNode name : schema.path("required")) {
            if (YamlNodes.field(fields, name.asText()) == null) {
                say(fields, where + " needs " + name.asText() + "; add it");
            }
        }
    }

    private void kind(ScalarNode scalar, JsonNode schema, String where) {
        String type = schema.path("type").asText("");
        String value = scalar.getValue();
        if (type.equals("object") || type.equals("array")) {
            if (!isOpen(schema)) {
                say(scalar, where + " must have a " + (type.equals("array") ? "list" : "map") + " below it; mend it");
            }
        } else if (type.equals("boolean") && !value.matches("true|false")) {
            say(scalar, where + " is \"" + value + "\" but must be true or false; mend it");
        } else if (type.equals("number") && !value.matches("-?[0-9.]+")) {
            say(scalar, where + " is \"" + value + "\" but must be a number; mend it");
        }
    }

    /** The words that may stand in a map; whether there are no others. */
    private static boolean collect(JsonNode schema, Map<String, JsonNode> words) {
        JsonNode here = resolved(schema);
        here.path("properties").properties().forEach(word -> words.putIfAbsent(word.getKey(), word.getValue()));
        boolean closed = here.path("additionalProperties").isBoolean()
                && !here.path("additionalProperties").booleanValue();
        for (String kind : List.of("oneOf", "anyOf")) {
            for (JsonNode choice : here.path(kind)) {
                closed |= collect(choice, words);
            }
        }
        if (schema.has("$ref") && schema.has("properties")) {
            schema.path("properties").properties().forEach(word -> words.putIfAbsent(word.getKey(), word.getValue()));
        }
        return closed;
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode ref = schema.path("$ref");
        return ref.isTextual() ? resolved(SCHEMA.at(ref.textValue().substring(1))) : schema;
    }

    private static JsonNode schema() {
        try (InputStream json = CamelWords.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            if (json == null) {
                throw new IllegalStateException("camel-yaml-dsl has no schema");
            }
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void say(Node node, String what) {
        wrong.add(file + " line " + YamlNodes.line(node) + ": " + what);
    }
}
