package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The beans that the steps of a route call, {@code process: { ref: … }}, in the order in which they stand. */
final class StepRefs {

    /**
     * One of them.
     *
     * @param isFinal whether it stands in a doFinally
     */
    record Ref(String name, int line, boolean isFinal) {}

    private StepRefs() {}

    static List<Ref> of(@Nullable Node node) {
        List<Ref> refs = new ArrayList<>();
        add(node, false, refs);
        return refs;
    }

    private static void add(@Nullable Node node, boolean isFinal, List<Ref> refs) {
        YamlNodes.elements(node).forEach(element -> add(element, isFinal, refs));
        for (NodeTuple field : YamlNodes.fields(node)) {
            String key = YamlNodes.text(field.getKeyNode());
            Node value = field.getValueNode();
            if (key.equals("ref")) {
                refs.add(new Ref(
                        YamlNodes.text(value).replaceFirst("^#(bean:)?", ""),
                        YamlNodes.line(field.getKeyNode()),
                        isFinal));
            }
            add(value, isFinal || key.equals("doFinally"), refs);
        }
    }
}
