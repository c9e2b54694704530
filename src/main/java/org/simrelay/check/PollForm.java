package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.kafka.Topics;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What a poll's route must say beside its query, so that its timer begins sweeps. Camel has no objection to a poll without it. */
final class PollForm {

    private static final Set<String> LEDGER = Set.of(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS);

    private final Path file;
    private final Settings settings;
    private final List<String> wrong = new ArrayList<>();

    private PollForm(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /** What is wrong with a file of routes/polls: messages with file, line and remedy; none for a file of another folder. */
    static List<String> problems(RouteFile file, Settings settings) {
        if (!file.isPoll()) {
            return List.of();
        }
        PollForm form = new PollForm(file.path(), settings);
        for (Node entry : YamlNodes.elements(file.root())) {
            if (YamlNodes.field(entry, "route") instanceof MappingNode route) {
                form.route(route);
            }
        }
        return form.wrong;
    }

    private void route(MappingNode route) {
        String id = RouteFiles.id(file);
        String query = RouteFiles.query(id);
        if (LEDGER.contains(Topics.ofQuery(query))) {
            say(route, Topics.ofQuery(query) + " is a topic of the service's own; give the query another name");
        }
        if (!(YamlNodes.field(route, "from") instanceof MappingNode from
                && YamlNodes.field(from, "steps") instanceof SequenceNode steps)) {
            return;
        }
        String begins = value(YamlNodes.field(from, "uri"));
        if (begins.matches("(timer|cron|scheduler|spring-?quartz|quartz2):.*")) {
            say(
                    from,
                    "a poll begins with a timer of quartz, and this with " + begins.replaceFirst(":.*", "")
                            + "; write uri: quartz:" + id.replaceFirst("-", "/"));
        }
        Node starts = YamlNodes.field(route, "autoStartup");
        if (value(starts).equals("false") && starts != null) {
            say(
                    starts,
                    "autoStartup is false, so that the poll never runs; remove it, and set " + id.replaceFirst("-", ".")
                            + ".enabled=false where it is to be off");
        }
        String sweep = "direct:" + RouteFiles.vendor(id) + "-sweep";
        List<Node> all = steps.getValue();
        Node last = all.isEmpty() ? steps : all.get(all.size() - 1);
        Node address = address(last);
        List<Node> sweeps =
                all.stream().filter(step -> sweep.equals(value(address(step)))).toList();
        if (sweeps.size() > 1) {
            say(last, "to: " + sweep + " stands twice, so that all is asked twice; remove one");
        } else if (!sweep.equals(value(address))) {
            say(last, "a poll must end with \"to: " + sweep + "\", or nothing is asked; mend it");
        }
    }

    private static @Nullable Node address(Node step) {
        Node to = step instanceof MappingNode fields ? YamlNodes.field(fields, "to") : null;
        return to instanceof MappingNode fields ? YamlNodes.field(fields, "uri") : to;
    }

    private String value(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? Placeholders.filled(scalar.getValue(), settings) : "";
    }

    private void say(Node node, String what) {
        int line = YamlNodes.line(node);
        wrong.add(file + " line " + line + ": " + what);
    }
}
