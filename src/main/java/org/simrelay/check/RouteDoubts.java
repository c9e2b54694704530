package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.Placeholders;
import org.simrelay.config.Settings;
import org.simrelay.mask.SecretNames;
import org.snakeyaml.engine.v2.nodes.Node;

/** Looks at a poll's timer, at switches and at the placeholders of a file for what can be read, but hardly is meant. */
final class RouteDoubts {

    private static final Pattern SWITCH = Pattern.compile("\\{\\{\\??([A-Za-z0-9._-]+)(:([^}]*))?}}");

    private final RouteFile file;
    private final Settings settings;
    private final List<String> doubtful = new ArrayList<>();

    private RouteDoubts(RouteFile file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /** What may be wrong: messages with file, line, column where it is known, and remedy. */
    static List<String> of(RouteFile file, Settings settings) {
        RouteDoubts doubts = new RouteDoubts(file, settings);
        for (Node entry : YamlNodes.elements(file.root())) {
            Node condition = YamlNodes.field(YamlNodes.field(entry, "route"), "precondition");
            if (condition != null) {
                doubts.condition(condition);
            }
        }
        if (file.isPoll()) {
            doubts.timer();
            doubts.secrets();
        }
        return doubts.doubtful;
    }

    private String own() {
        String id = file.isPoll() ? file.id() : file.vendor();
        return id.replaceFirst("-", ".") + ".enabled";
    }

    /** A switch that nobody sets has its default for ever. */
    private void condition(Node condition) {
        Matcher named = SWITCH.matcher(YamlNodes.text(condition));
        if (!named.matches()) {
            return;
        }
        String key = named.group(1);
        Optional<String> unset = Optional.ofNullable(named.group(3));
        boolean isOf = key.endsWith(".enabled");
        if (!key.equals(own()) && !isOf && settings.given(key).isEmpty()) {
            say(YamlNodes.line(condition), "precondition names " + key + ", which nobody sets; write " + own());
        } else if (!key.equals(own())
                && isOf
                && settings.given(key).isEmpty()
                && key.split("\\.", -1).length == own().split("\\.", -1).length
                && isSlip(key)) {
            say(
                    YamlNodes.line(condition),
                    "precondition names " + key + ", which nobody sets (did you mean " + own() + "?); mend it");
        }
        if (unset.isPresent() && !unset.get().matches("true|false")) {
            say(
                    YamlNodes.line(condition),
                    "precondition has the default " + unset.get() + ", but must have true or false; mend it");
        }
    }

    private boolean isSlip(String key) {
        return org.simrelay.config.Nearest.of(key, List.of(own())) != null;
    }

    /** Timer, file and id of a poll have one name, by which logs and metrics tell of it. */
    private void timer() {
        Node from = RouteSet.from(file);
        Node uri = YamlNodes.field(from, "uri");
        Node at = uri == null ? from : uri;
        String begins = Placeholders.filled(YamlNodes.text(at), settings).replaceFirst("^quartz:(//)?", "quartz:");
        String own = "quartz:" + file.id().replaceFirst("-", "/");
        if (at != null
                && begins.startsWith("quartz:")
                && !begins.contains("{{")
                && !begins.contains("?")
                && !begins.equals(own)
                && !isOfOther(begins)) {
            say(YamlNodes.line(at), "the timer is called " + begins + ", and the poll " + file.id() + "; write " + own);
        }
    }

    /** A copy's timer is that of the other poll: said where two have one. */
    private boolean isOfOther(String begins) {
        return java.nio.file.Files.exists(
                file.path().resolveSibling(begins.replaceFirst("^quartz:", "").replaceFirst("/", "-") + ".camel.yaml"));
    }

    /** What a poll asks with goes out as a parameter, and stands in the vendor's logs. */
    private void secrets() {
        for (NamedKey named : NamedKey.of(file.text())) {
            if (SecretNames.isSecret(named.key())) {
                doubtful.add(file.path() + " line " + named.line() + " column " + named.column() + ": " + named.key()
                        + " is a secret, and a poll has none: the vendor's call takes it from credentials; remove it");
            }
        }
    }

    private void say(int line, String what) {
        doubtful.add(file.path() + " line " + line + ": " + what);
    }
}
