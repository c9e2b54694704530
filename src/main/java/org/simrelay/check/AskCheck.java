package org.simrelay.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Looks whether a query that asks in parts says which part it asks for: without that each request would be the first one again. */
final class AskCheck {

    private AskCheck() {}

    /** What is wrong: a message with file, line and remedy. */
    static List<String> problems(RouteFile file, QueryText query) {
        BeanText.Property ask = query.bean().property("ask");
        if (ask != null && isWrong(ask, query)) {
            return List.of();
        }
        Set<String> uses = ask == null
                ? Set.of()
                : JsltScan.of(YamlNodes.text(ask.node())).uses().stream()
                        .filter(JsltScan.Use::isVariable)
                        .map(JsltScan.Use::name)
                        .collect(Collectors.toSet());
        String wrong = wrong(query, uses);
        if (wrong == null) {
            return List.of();
        }
        int line = ask == null ? query.line() : ask.line();
        return List.of(
                file.path() + " line " + line + ": " + (ask == null ? "the query has no ask: " : "ask: ") + wrong);
    }

    /** What is wrong with its names, or its form, is said already. */
    private static boolean isWrong(BeanText.Property ask, QueryText query) {
        JsltScan scan = JsltScan.of(YamlNodes.text(ask.node()));
        JsltVariables variables = JsltVariables.of(query);
        return !(ask.node() instanceof ScalarNode)
                || !scan.quoted().isEmpty()
                || scan.uses().stream()
                        .anyMatch(use ->
                                use.isVariable() && !variables.wrong(use.name()).isEmpty());
    }

    private static @Nullable String wrong(QueryText query, Set<String> uses) {
        if (query.has("batch")) {
            boolean one = "1".equals(query.value("batch"));
            return uses.contains("cards") || uses.contains("card")
                    ? null
                    : "nothing says which cards a request asks for; add "
                            + (one ? "$card" : "$cards, such as \"ids\": join($cards, \",\")");
        }
        if (query.has("page")) {
            return uses.contains("page") ? null : "nothing says which page a request asks for; add $page";
        }
        return !query.has("next") || uses.contains("cursor")
                ? null
                : "nothing says where a request goes on; add $cursor";
    }
}
