package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.Nearest;
import org.simrelay.steps.JudgeReply;
import org.simrelay.steps.Login;
import org.simrelay.steps.Query;

/**
 * Holds the fields that are read of a vendor's replies against those that its scenarios show: one that none has, and that is a letter or
 * two from one that they have, is a slip.
 */
final class ReplyNames {

    private static final Map<Class<?>, List<String>> PROPERTIES = Map.of(
            JudgeReply.class, List.of("status", "message"),
            Login.class, List.of("token", "life"),
            Query.class, List.of("total", "next", "nothing"));
    private static final Pattern FIELD =
            Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|(?<![0-9$\\w])\\.(?<first>[A-Za-z_][\\w-]*)|"
                    + "(?<=[\\w\\])])\\.(?<next>[A-Za-z_][\\w-]*)");
    /** Of what each reply has, any that says no. */
    private static final Set<String> NEEDED = Set.of("status", "message");

    private static final int SHORTEST = 4;
    /** A name as long as this may differ by two letters, a shorter one by one. */
    private static final int LONG = 8;

    private ReplyNames() {}

    /** What may be wrong, to warn of: a message with file, line and remedy. */
    static List<String> doubtful(RouteFile file, RouteSet set) {
        List<String> doubtful = new ArrayList<>();
        for (BeanText bean : file.beans()) {
            PROPERTIES.forEach((type, properties) -> {
                if (bean.is(type)) {
                    properties.stream()
                            .map(bean::property)
                            .filter(Objects::nonNull)
                            .forEach(property -> look(file, property, set, doubtful));
                }
            });
        }
        return doubtful;
    }

    private static void look(RouteFile file, BeanText.Property property, RouteSet set, List<String> doubtful) {
        Set<String> shown = set.shown(file.vendor());
        Matcher field = FIELD.matcher(YamlNodes.text(property.node()));
        while (field.find()) {
            String name = field.group("first") == null ? field.group("next") : field.group("first");
            boolean isShort = name == null || name.length() < SHORTEST;
            if (name == null || (isShort && !NEEDED.contains(property.name())) || shown.contains(name)) {
                continue;
            }
            String nearest = Nearest.of(name, shown);
            boolean isSlip = nearest != null
                    && nearest.length() >= SHORTEST
                    && Nearest.distance(name, nearest) <= (name.length() < LONG ? 1 : 2);
            if (isSlip
                    || (NEEDED.contains(property.name())
                            && set.answersOf(file.vendor()).findAny().isPresent())) {
                doubtful.add(file.path() + " line " + property.line() + ": " + property.name() + " reads ." + name
                        + ", which no reply in the scenarios of " + file.vendor() + " has"
                        + (isSlip ? " (did you mean " + nearest + "?)" : "") + "; mend the one or the other");
            }
        }
    }
}
