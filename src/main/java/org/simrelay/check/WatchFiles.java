package org.simrelay.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.records.Json;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Looks at the dashboard and the alerts beside the settings, which Grafana and Prometheus read and the service does not: it only warns. */
final class WatchFiles {

    private static final Pattern METRIC = Pattern.compile("\\bsimrelay_[a-z_]+");
    private static final Pattern DURATION = Pattern.compile("([0-9]+(ms|[smhdwy]))+");

    private final List<String> doubtful = new ArrayList<>();

    private WatchFiles() {}

    /** @param config the folder that they stand in; they need not be there */
    static List<String> doubtful(Path config) {
        WatchFiles look = new WatchFiles();
        Path dashboard = config.resolve("grafana-dashboard.json");
        Path alerts = config.resolve("prometheus-alerts.yaml");
        String panels = look.text(dashboard);
        String rules = look.text(alerts);
        if (panels != null) {
            look.dashboard(dashboard, panels);
            look.names(dashboard, panels);
        }
        if (rules != null) {
            look.alerts(alerts, rules);
            look.names(alerts, rules);
        }
        return look.doubtful;
    }

    private void dashboard(Path file, String text) {
        try {
            Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " line " + e.getLocation().getLineNr() + " column "
                            + e.getLocation().getColumnNr();
            doubtful.add(file + place + ": " + JsonProblem.of(e));
        }
    }

    private void alerts(Path file, String text) {
        Node root;
        try {
            root = YamlNodes.root(text);
        } catch (YamlEngineException e) {
            doubtful.add(YamlProblem.of(file, text, e));
            return;
        }
        Node groups = YamlNodes.field(root, "groups");
        if (YamlNodes.elements(groups).isEmpty()) {
            doubtful.add(
                    file + " line 1: there are no groups, so that Prometheus takes no alert; add groups: with rules:");
        }
        for (Node group : YamlNodes.elements(groups)) {
            for (Node rule : YamlNodes.elements(YamlNodes.field(group, "rules"))) {
                rule(file, rule);
            }
        }
    }

    private void rule(Path file, Node rule) {
        if (YamlNodes.field(rule, "alert") == null && YamlNodes.field(rule, "record") == null) {
            doubtful.add(file + " line " + YamlNodes.line(rule) + ": the rule has no alert, its name; add it");
        }
        if (YamlNodes.text(YamlNodes.field(rule, "expr")).isBlank()) {
            doubtful.add(file + " line " + YamlNodes.line(rule) + ": the rule has no expr, when it fires; add it");
        }
        Node lasts = YamlNodes.field(rule, "for");
        if (lasts != null && !DURATION.matcher(YamlNodes.text(lasts)).matches()) {
            doubtful.add(file + " line " + YamlNodes.line(lasts) + ": for is \"" + YamlNodes.text(lasts)
                    + "\" but must be a duration of Prometheus; write it such as 5m");
        }
    }

    /** One that is nearly a metric of ours is a slip; any other may come from elsewhere. */
    private void names(Path file, String text) {
        Set<String> told = new TreeSet<>();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher name = METRIC.matcher(lines.get(line));
            while (name.find()) {
                String plain = MetricNames.plain(name.group());
                String nearest = MetricNames.ALL.contains(plain) || MetricNames.ALL.contains(name.group())
                        ? null
                        : Nearest.of(plain, MetricNames.ALL);
                if (nearest != null && told.add(plain)) {
                    doubtful.add(file + " line " + (line + 1) + " column " + (name.start() + 1)
                            + ": there is no metric " + name.group() + " (did you mean " + nearest + "?); mend it");
                }
            }
        }
    }

    private @Nullable String text(Path file) {
        try {
            return Files.exists(file) ? TextFile.read(file) : null;
        } catch (IOException | SettingsException e) {
            doubtful.add(
                    e instanceof SettingsException
                            ? String.valueOf(e.getMessage())
                            : file + " cannot be read; mend it");
            return null;
        }
    }
}
