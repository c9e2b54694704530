package org.simrelay.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Placeholders;
import org.simrelay.config.Settings;
import org.snakeyaml.engine.v2.nodes.Node;

/** Looks at when the routes of a file are to run; a cron that is a setting is named by its key and place, not by the route's. */
final class CronCheck {

    private static final Pattern SETTING = Pattern.compile("\\{\\{([A-Za-z0-9._-]+)(:[^}]*)?}}");

    private static final Pattern OF_CAMEL = Pattern.compile("\\{\\{(env|sys):");

    private interface Form {
        @Nullable String words(String cron, Instant now);
    }

    private CronCheck() {}

    /** What cannot be: messages with place and remedy. */
    static List<String> problems(RouteFile file, Settings settings, Instant now) {
        return said(file, settings, now, CronForm::wrong);
    }

    /** What may not be meant, to warn of. */
    static List<String> doubtful(RouteFile file, Settings settings, Instant now) {
        List<String> doubtful = said(file, settings, now, CronForm::doubtful);
        Node from = RouteSet.from(file);
        Node parameters = YamlNodes.field(from, "parameters");
        Node cron = YamlNodes.field(parameters, "cron");
        Node zone = YamlNodes.field(parameters, "trigger.timeZone");
        if (zone != null && changesItsClocks(YamlNodes.text(zone))) {
            String name = YamlNodes.text(zone);
            doubtful.add(file.path() + " line " + YamlNodes.line(zone) + ": in " + name
                    + (name.equals("CST") ? ", which is Chicago here," : "")
                    + " clocks are set forward and back, and ticks in those hours may be left out;"
                    + " take a zone without summer time: Asia/Shanghai, UTC");
        }
        if (file.isPoll() && cron != null && zone == null) {
            doubtful.add(
                    file.path() + " line " + YamlNodes.line(cron)
                            + ": cron goes by the machine's time zone; add trigger.timeZone: Asia/Shanghai below it, or the zone that is meant");
        }
        return doubtful;
    }

    /** Quartz leaves out what falls into the hour that is skipped, and into the one that comes twice. */
    private static boolean changesItsClocks(String zone) {
        return !TimeZone.getTimeZone(zone)
                .toZoneId()
                .getRules()
                .getTransitionRules()
                .isEmpty();
    }

    private static List<String> said(RouteFile file, Settings settings, Instant now, Form form) {
        List<String> said = new ArrayList<>();
        Node cron = YamlNodes.field(YamlNodes.field(RouteSet.from(file), "parameters"), "cron");
        String written = YamlNodes.text(cron);
        String filled = Placeholders.filled(written, settings);
        String words = cron == null
                        || filled.isBlank()
                        || filled.contains("{{")
                        || OF_CAMEL.matcher(written).find()
                ? null
                : form.words(filled, now);
        if (cron != null && words != null) {
            Matcher setting = SETTING.matcher(written);
            String key = setting.matches() && settings.given(setting.group(1)).isPresent() ? setting.group(1) : null;
            boolean advised = words.contains("; ");
            said.add(
                    key == null
                            ? file.path() + " line " + YamlNodes.line(cron) + ": cron " + words
                                    + (advised ? "" : "; mend it")
                            : key + " " + words + (advised ? ", at " : "; mend ") + settings.place(key));
        }
        return said;
    }
}
