package org.simrelay.check;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The steps that a route comes by, in itself and in those it goes to. */
final class ReachedSteps {

    private final RouteSet set;

    ReachedSteps(RouteSet set) {
        this.set = set;
    }

    /** The names of the beans, and "unmarshal" and "objectMapper" where they stand. */
    Set<String> reached(RouteFile from) {
        return reached(from, new HashSet<>());
    }

    /** Whether a route that it goes to is not there, or cannot be read: that is said, and what is behind it is not known. */
    boolean isCut(RouteFile from) {
        return StepTargets.of(from.root()).stream()
                .anyMatch(target ->
                        target.startsWith("direct:") && !set.entrances().contains(target));
    }

    /** The steps of a route and of those it goes to, and that there is an unmarshal among them. */
    private Set<String> reached(RouteFile from, Set<String> seen) {
        Set<String> names = new HashSet<>(refs(from));
        if (!seen.add(from.id())) {
            return names;
        }
        mark(from.root(), names);
        StepTargets.of(from.root()).forEach(target -> set.files()
                .filter(one -> set.entrance(one).equals(target))
                .forEach(one -> names.addAll(reached(one, seen))));
        return names;
    }

    private static Set<String> refs(RouteFile file) {
        return StepRefs.of(file.root()).stream().map(StepRefs.Ref::name).collect(Collectors.toSet());
    }

    private static void mark(@Nullable Node node, Set<String> names) {
        YamlNodes.elements(node).forEach(element -> mark(element, names));
        for (NodeTuple field : YamlNodes.fields(node)) {
            String key = YamlNodes.text(field.getKeyNode());
            if (key.equals("unmarshal") || key.equals("objectMapper")) {
                names.add(key);
            }
            mark(field.getValueNode(), names);
        }
    }
}
