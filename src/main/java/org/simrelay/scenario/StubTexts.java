package org.simrelay.scenario;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Puts the parameters of a named stub into its texts, where they stand as {@code $name}. */
final class StubTexts {

    private StubTexts() {}

    static Node filled(Node node, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return node;
        }
        if (node instanceof MappingNode mapping) {
            List<NodeTuple> entries = mapping.getValue().stream()
                    .map(entry -> new NodeTuple(entry.getKeyNode(), filled(entry.getValueNode(), parameters)))
                    .toList();
            return new MappingNode(
                    node.getTag(), true, entries, mapping.getFlowStyle(), node.getStartMark(), node.getEndMark());
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue().stream()
                    .map(item -> filled(item, parameters))
                    .toList();
            return new SequenceNode(
                    node.getTag(), true, items, sequence.getFlowStyle(), node.getStartMark(), node.getEndMark());
        }
        ScalarNode scalar = (ScalarNode) node;
        return new ScalarNode(
                node.getTag(),
                true,
                filled(scalar.getValue(), parameters),
                scalar.getScalarStyle(),
                node.getStartMark(),
                node.getEndMark());
    }

    private static String filled(String text, Map<String, String> parameters) {
        String names = parameters.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("\\$(" + names + ")\\b")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(parameters.get(found.group(1)))));
    }
}
