package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys of one part of a scenario and their values; what is not as it must be becomes a problem and counts as left out. */
final class Fields {

    private final Node part;
    private final String name;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(Node part, String name, Problems problems) {
        this.part = part;
        this.name = name;
        this.problems = problems;
    }

    /**
     * Reads a part.
     *
     * @param name for messages
     * @param known the keys it may have
     */
    static Fields of(Node part, String name, Collection<String> known, Problems problems) {
        Fields fields = any(part, name, problems);
        fields.values.keySet().removeIf(key -> {
            boolean unknown = !known.contains(key);
            if (unknown) {
                fields.wrong(
                        key,
                        "no \"" + key + "\" in " + name + Nearest.text(key, known) + "; it has "
                                + String.join(", ", known));
            }
            return unknown;
        });
        return fields;
    }

    /** Reads a part whose keys are names that the writer chose. */
    static Fields any(Node part, String name, Problems problems) {
        Fields fields = new Fields(part, name, problems);
        if (part instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String key = Yaml.text(entry.getKeyNode());
                if (fields.values.put(key, entry.getValueNode()) != null) {
                    problems.at(entry.getKeyNode(), "\"" + key + "\" stands in " + name + " twice");
                }
            }
        } else {
            problems.at(part, name + " must be keys with values");
        }
        return fields;
    }

    Collection<String> keys() {
        return values.keySet();
    }

    @Nullable Node node(String key) {
        return values.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A value that must be there. */
    @Nullable Node required(String key) {
        if (!has(key)) {
            problems.at(part, name + " lacks \"" + key + "\"");
        }
        return node(key);
    }

    /** A single value as its text, whatever its type. */
    @Nullable String text(String key) {
        Node node = node(key);
        if (node != null && !(node instanceof ScalarNode)) {
            problems.at(node, key + " must be a single value");
            return null;
        }
        return node == null ? null : Yaml.text(node);
    }

    /** The items of a list; null where there is none. */
    @Nullable List<Node> list(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.at(node, key + " must be a list");
        return null;
    }

    /** The texts of a list; null where there is none. */
    @Nullable List<String> texts(String key) {
        return each(key, Yaml::text);
    }

    /** The items of a list, each read; null where there is none. */
    <T> @Nullable List<T> each(String key, Function<Node, T> read) {
        List<Node> nodes = list(key);
        return nodes == null ? null : nodes.stream().map(read).toList();
    }

    /** Keys and values that the writer chose; empty where there are none. */
    <T> Map<String, T> map(String key, Function<Node, T> read) {
        Node node = node(key);
        Map<String, T> map = new LinkedHashMap<>();
        if (node != null) {
            Fields inner = any(node, key, problems);
            inner.values.forEach((name, value) -> map.put(name, read.apply(value)));
        }
        return map;
    }

    /** All values as JSON. */
    Map<String, JsonNode> json() {
        Map<String, JsonNode> json = new LinkedHashMap<>();
        values.forEach((key, value) -> json.put(key, Yaml.json(value)));
        return json;
    }

    /** All values as they stand there. */
    Map<String, Node> nodes() {
        return Collections.unmodifiableMap(values);
    }

    /** Says what is wrong with a value that is there. */
    void wrong(String key, String text) {
        problems.at(values.getOrDefault(key, part), text);
    }
}
