package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Looks whether the call of a vendor has the steps without which it goes out past the account's limits, or takes a refusal for data.
 * Camel has no objection to any that is missing.
 */
final class CallForm {

    private static final Map<String, String> STEPS = Map.of(
            "acquirePermit", "or the account's pace, budget and breaker do not hold",
            "releasePermit", "in doFinally, or a failed call keeps its place",
            "findItems", "as the last step, or no answer is found");

    private CallForm() {}

    /** What a vendor's call lacks: one message a step; none for any other file. */
    static List<String> problems(RouteFile file, RouteSet set) {
        if (!file.id().equals(RouteFiles.vendor(file.id()) + "-call") || set.isBroken(file.vendor())) {
            return List.of();
        }
        Set<String> refs = new TreeSet<>();
        set.files()
                .filter(other ->
                        other.id().equals(file.id()) || other.id().equals(RouteFiles.vendor(file.id()) + "-http"))
                .forEach(other -> refs(other.root(), refs));
        List<String> wrong = new ArrayList<>();
        STEPS.forEach((step, why) -> {
            if (!refs.contains(step)) {
                wrong.add(file.path() + " line 1: the call has no step \"process: { ref: " + step + " }\", " + why
                        + "; add it");
            }
        });
        require(Call.class, "makes the call", file, set, refs, wrong);
        require(JudgeReply.class, "judges the reply, so that a refusal is not taken for data", file, set, refs, wrong);
        wrong.sort(null);
        return wrong;
    }

    private static void require(
            Class<?> type, String what, RouteFile file, RouteSet set, Set<String> refs, List<String> wrong) {
        if (set.beans().noneMatch(bean -> bean.is(type) && refs.contains(bean.name()))) {
            wrong.add(file.path() + " line 1: the call has no step that " + what + ", a bean of type " + type.getName()
                    + " that a \"process: { ref: … }\" names; add it");
        }
    }

    private static void refs(@Nullable Node node, Set<String> refs) {
        YamlNodes.elements(node).forEach(element -> refs(element, refs));
        for (NodeTuple field : YamlNodes.fields(node)) {
            if (YamlNodes.text(field.getKeyNode()).equals("ref")) {
                refs.add(YamlNodes.text(field.getValueNode()).replaceFirst("^#(bean:)?", ""));
            }
            refs(field.getValueNode(), refs);
        }
    }
}
