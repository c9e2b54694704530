package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.YamlProblem;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML as nodes that know their place. */
final class Yaml {

    private Yaml() {}

    /** The root of a file; null, and a problem, where it is none or empty. */
    static @Nullable Node read(Path file, Problems problems) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            Node root = new Compose(settings).composeString(TextFile.read(file)).orElse(null);
            if (root == null) {
                problems.add(file + " line 1: the scenario is empty; write given and then");
            }
            return root;
        } catch (YamlEngineException e) {
            problems.add(YamlProblem.of(file, plain(file), e));
        } catch (IOException e) {
            problems.add(file + " cannot be read (" + e.getMessage() + ")");
        } catch (SettingsException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return null;
    }

    private static String plain(Path file) {
        try {
            return TextFile.read(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** The text of a scalar; what else there is has none. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Any node as JSON; a number keeps its digits. */
    static JsonNode json(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                object.set(text(entry.getKeyNode()), json(entry.getValueNode()));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        return scalar(node.getTag(), text(node));
    }

    private static JsonNode scalar(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return NullNode.instance;
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT)) {
            return BigIntegerNode.valueOf(new BigInteger(text));
        }
        // not the infinite ones, which JSON has no word for
        return tag.equals(Tag.FLOAT) && !text.startsWith(".") && !text.startsWith("-.")
                ? DecimalNode.valueOf(new BigDecimal(text))
                : TextNode.valueOf(text);
    }

    /** The comment in a file's first line; empty where there is none. */
    static String title(Path file) {
        try {
            return TextFile.read(file)
                    .lines()
                    .findFirst()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.substring(1).trim())
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
