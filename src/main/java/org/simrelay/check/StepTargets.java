package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Where the steps of a route go: {@code to}, as they stand. */
final class StepTargets {

    private StepTargets() {}

    /** The endpoints, in their order. */
    static List<String> of(@Nullable Node node) {
        List<String> targets = new ArrayList<>();
        YamlNodes.elements(node).forEach(element -> targets.addAll(of(element)));
        for (NodeTuple field : YamlNodes.fields(node)) {
            if (YamlNodes.text(field.getKeyNode()).equals("to")) {
                targets.add(uri(field.getValueNode()));
            }
            targets.addAll(of(field.getValueNode()));
        }
        return targets;
    }

    /** The line of the last step that goes elsewhere; 0 where there is none. */
    static int lastTo(@Nullable Node node) {
        int line = 0;
        for (Node element : YamlNodes.elements(node)) {
            line = Math.max(line, lastTo(element));
        }
        for (NodeTuple field : YamlNodes.fields(node)) {
            boolean isTo = YamlNodes.text(field.getKeyNode()).equals("to");
            line = Math.max(line, isTo ? YamlNodes.line(field.getKeyNode()) : lastTo(field.getValueNode()));
        }
        return line;
    }

    /** The endpoint of a {@code to}, short or long; empty where it has none. */
    static String uri(@Nullable Node to) {
        String uri = YamlNodes.text(YamlNodes.field(to, "uri"));
        return uri.isEmpty() ? YamlNodes.text(to) : uri;
    }
}
