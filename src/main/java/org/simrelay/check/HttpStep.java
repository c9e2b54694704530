package org.simrelay.check;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Where a vendor's call goes out.
 *
 * @param file the one with the HTTP step; the call's own where none has it
 * @param line of the step; 1 where there is none
 * @param unmarshal the line of the step that makes JSON of the reply; that of the HTTP step where there is none
 */
record HttpStep(RouteFile file, int line, int unmarshal) {

    static HttpStep of(RouteFile call, RouteSet set) {
        return set.files()
                .filter(file ->
                        !file.isPoll() && file.vendor().equals(call.vendor()) && line(file.root(), "httpMethod") > 0)
                .findFirst()
                .map(file -> {
                    int line = line(file.root(), "httpMethod");
                    int unmarshal = line(file.root(), "unmarshal");
                    return new HttpStep(file, line, unmarshal == 0 ? line : unmarshal);
                })
                .orElse(new HttpStep(call, 1, 1));
    }

    private static int line(@Nullable Node node, String key) {
        int line = 0;
        for (Node element : YamlNodes.elements(node)) {
            line = line == 0 ? line(element, key) : line;
        }
        for (NodeTuple field : YamlNodes.fields(node)) {
            boolean isIt = YamlNodes.text(field.getKeyNode()).equals(key);
            line = line != 0 ? line : isIt ? YamlNodes.line(field.getKeyNode()) : line(field.getValueNode(), key);
        }
        return line;
    }
}
