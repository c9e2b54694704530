package org.simrelay.scenario;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What a stub asks of a parameter. */
final class StubMatcher {

    private StubMatcher() {}

    /** A text must be the same; {@code {contains: TEXT}} or {@code {matches: EXPRESSION}} ask for less. */
    static Predicate<String> of(Node node, Problems problems) {
        if (node instanceof ScalarNode) {
            return Yaml.text(node)::equals;
        }
        Fields kind = Fields.of(node, "a parameter", List.of("contains", "matches"), problems);
        String contains = kind.text("contains");
        String matches = kind.text("matches");
        if (contains != null) {
            return value -> value.contains(contains);
        }
        try {
            return Pattern.compile(matches == null ? "" : matches).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            problems.at(node, "no regular expression: " + e.getDescription());
            return value -> false;
        }
    }
}
