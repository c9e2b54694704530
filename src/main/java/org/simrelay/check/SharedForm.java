package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.sweep.Decision;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Looks whether the files that all polls share have the steps by which a sweep begins, counts and ends, in their order. Camel has no
 * objection to any that is missing, and cards would be lost without a word.
 */
final class SharedForm {

    /** The steps of each file, in their order: a bean, or an endpoint. */
    private static final Map<String, List<String>> STEPS = Map.of(
            "sweeps", List.of("accountsOfPoll", "direct:sweep"),
            "sweep", List.of("startSweep", "sweepRequests", "openRequest", "direct:request", "endSweep"),
            "request", List.of("${exchangeProperty.call}", "mapToCardEvents", "direct:publish", "countPublished"),
            "publish", List.of("kafka:sim"),
            "failure", List.of("abandonSweep", "decideOnFailure", "recordFailure"),
            "retries", List.of("retryPolicy", "direct:failure"));

    /** What another of the files does, once for each request; here it would be done twice. */
    private static final Map<String, List<String>> ELSEWHERE = Map.of(
            "sweep",
            List.of(
                    "${exchangeProperty.call}",
                    "direct:card-events",
                    "mapToCardEvents",
                    "direct:publish",
                    "countPublished"));

    /** Each step of these stands once. */
    private static final Set<String> ONCE = Set.of("sweeps", "sweep", "request", "publish");

    /** The routes whose failures belong to the sweep that calls them. */
    private static final Set<String> CALLED = Set.of("sweeps", "request", "publish", "failure");

    /** What a key must be where it stands. */
    private static final Map<String, Map<String, String>> VALUES = Map.of(
            "sweep", Map.of("streaming", "true", "routeConfigurationId", "retries"),
            "retries", Map.of("useExponentialBackOff", "true"));

    private static final Pattern DECIDED = Pattern.compile("exchangeProperty\\.decision}\\s*==\\s*'(?<name>[^']*)'");

    private final RouteFile file;
    private final List<String> wrong = new ArrayList<>();

    private SharedForm(RouteFile file) {
        this.file = file;
    }

    /** What is wrong: messages with file, line and remedy; none for a file that is not shared. */
    static List<String> problems(RouteFile file) {
        SharedForm form = new SharedForm(file);
        boolean isShared =
                file.path().toString().replace('\\', '/').contains("shared/") && STEPS.containsKey(file.id());
        if (isShared && file.root() != null && !RouteText.isOther(file)) {
            form.steps();
            form.twice();
            form.errorHandler();
            VALUES.getOrDefault(file.id(), Map.of()).forEach(form::value);
            form.look(file.root());
        }
        return form.wrong;
    }

    private void steps() {
        List<String> wanted = STEPS.getOrDefault(file.id(), List.of());
        int before = 0;
        String previous = "";
        for (String step : wanted) {
            int line = line(step);
            if (line == 0) {
                boolean isEndpoint = step.contains(":");
                wrong.add(file.path() + " line 1: there is no " + (isEndpoint ? "step to: " : "step or reference ")
                        + step + ", without which " + why(step) + "; add it");
            } else if (line < before && !file.id().equals("failure")) {
                say(
                        line,
                        step + " must stand behind " + previous + ", in line " + before + ", or " + why(step)
                                + "; move it");
            }
            before = Math.max(before, line);
            previous = step;
        }
    }

    private static String why(String step) {
        return switch (step) {
            case "startSweep" -> "a sweep has no beginning";
            case "endSweep" -> "a sweep has no end, and nobody hears what it did";
            case "countPublished" -> "no card counts as published";
            case "recordFailure" -> "what failed stands in no record";
            default -> "a sweep is not what it is to be";
        };
    }

    private void twice() {
        for (String step : ELSEWHERE.getOrDefault(file.id(), List.of())) {
            lines(step)
                    .forEach(line -> say(
                            line,
                            step
                                    + " stands here too, and shared/request does it once for each request: all of them would be"
                                    + " asked, or published, twice; take it out"));
        }
        if (ONCE.contains(file.id())) {
            for (String step : STEPS.getOrDefault(file.id(), List.of())) {
                lines(step).stream()
                        .skip(1)
                        .forEach(line -> say(line, step + " stands twice, and would be done twice; take this one out"));
            }
        }
    }

    private void errorHandler() {
        for (Node entry : YamlNodes.elements(file.root())) {
            Node route = YamlNodes.field(entry, "route");
            Node handler = YamlNodes.field(route, "errorHandler");
            if (route != null && CALLED.contains(file.id()) && YamlNodes.field(handler, "noErrorHandler") == null) {
                say(
                        YamlNodes.line(handler == null ? route : handler),
                        "the route has no errorHandler: { noErrorHandler: {} }, so that Camel's own handles a failure that the"
                                + " sweep is to handle, and no request is asked again; add it");
            }
        }
    }

    private int line(String step) {
        List<Integer> lines = lines(step);
        return lines.isEmpty() ? 0 : lines.get(0);
    }

    private List<Integer> lines(String step) {
        List<String> lines = file.text().lines().toList();
        Pattern written = Pattern.compile("^[^#]*(?<![\\w-])" + Pattern.quote(step) + "(?![\\w-]).*");
        List<Integer> found = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (written.matcher(lines.get(line).replaceFirst("(?i)^\\s*(- )?description:.*", ""))
                    .matches()) {
                found.add(line + 1);
            }
        }
        return found;
    }

    private void value(String key, String wanted) {
        Node found = find(file.root(), key);
        if (found == null) {
            wrong.add(file.path() + " line 1: " + key + " is not there but must be " + wanted + "; add it");
        } else if (!YamlNodes.text(found).equals(wanted) && !key.equals("routeConfigurationId")) {
            say(YamlNodes.line(found), key + " is " + YamlNodes.text(found) + " but must be " + wanted + "; mend it");
        }
    }

    private static @Nullable Node find(@Nullable Node node, String key) {
        Stream<Node> below = Stream.concat(
                YamlNodes.elements(node).stream(),
                YamlNodes.fields(node).stream().map(NodeTuple::getValueNode));
        return YamlNodes.fields(node).stream()
                .filter(field -> YamlNodes.text(field.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElseGet(() -> below.map(one -> find(one, key))
                        .filter(one -> one != null)
                        .findFirst()
                        .orElse(null));
    }

    private void look(@Nullable Node node) {
        Matcher decided = DECIDED.matcher(YamlNodes.text(node));
        TreeSet<String> known = new TreeSet<>();
        for (Decision.Action decision : Decision.Action.values()) {
            known.add(decision.name());
        }
        while (node != null && decided.find()) {
            if (!known.contains(decided.group("name"))) {
                say(
                        YamlNodes.line(node),
                        decided.group("name") + " is no decision, so that this is never done"
                                + Nearest.text(decided.group("name"), known) + "; mend it");
            }
        }
        YamlNodes.elements(node).forEach(this::look);
        for (NodeTuple field : YamlNodes.fields(node)) {
            Node value = field.getValueNode();
            String key = YamlNodes.text(field.getKeyNode());
            if (key.equals("handled")
                    && YamlNodes.text(YamlNodes.field(YamlNodes.field(value, "constant"), "expression"))
                            .equals("false")) {
                say(YamlNodes.line(value), "handled is false, so that a failure ends the whole sweep; write true");
            } else if (key.equals("backOffMultiplier")
                    && YamlNodes.text(value).matches("0(\\.[0-9]+)?|1(\\.0+)?|-.*")) {
                say(
                        YamlNodes.line(value),
                        "backOffMultiplier is " + YamlNodes.text(value) + ", by which waits do not grow; write 2");
            }
            look(value);
        }
    }

    private void say(int line, String what) {
        wrong.add(file.path() + " line " + line + ": " + what);
    }
}
