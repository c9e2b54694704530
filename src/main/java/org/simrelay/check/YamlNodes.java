package org.simrelay.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Ways through the nodes of a YAML text, which know where they stand; what is not there is null or empty. */
final class YamlNodes {

    private YamlNodes() {}

    /** The root of a text; null where it is empty. */
    static @Nullable Node root(String yaml) {
        return new Compose(LoadSettings.builder().setAllowNonScalarKeys(true).build())
                .composeString(yaml)
                .orElse(null);
    }

    static @Nullable Node field(@Nullable Node node, String name) {
        for (NodeTuple field : fields(node)) {
            if (text(field.getKeyNode()).equals(name)) {
                return field.getValueNode();
            }
        }
        return null;
    }

    static List<NodeTuple> fields(@Nullable Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    static List<Node> elements(@Nullable Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    /** The text of a scalar; empty for any other node. */
    static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The line that a node begins in, from 1. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The column that a node begins in, from 1. */
    static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }

    /** The line that a node ends in, from 1. */
    static int lastLine(Node node) {
        return node.getEndMark().map(Mark::getLine).orElse(0) + 1;
    }
}
