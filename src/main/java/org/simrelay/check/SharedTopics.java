package org.simrelay.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** Looks at polls of several vendors that publish to one topic: where that has no schema, nothing else holds their fields together. */
final class SharedTopics {

    private static final Pattern KEY =
            Pattern.compile("//[^\\n]*|\"(?<key>[A-Za-z_][\\w-]*)\"\\s*:|\"(\\\\.|[^\"\\\\])*\"");

    private SharedTopics() {}

    /** What may be wrong, to warn of. */
    static List<String> doubtful(RouteSet set) {
        Map<String, List<RouteFile>> byQuery = new TreeMap<>();
        set.files().filter(RouteFile::isPoll).forEach(poll -> byQuery.computeIfAbsent(
                        RouteFiles.query(poll.id()), query -> new ArrayList<>())
                .add(poll));
        List<String> doubtful = new ArrayList<>();
        byQuery.forEach((query, polls) -> {
            if (polls.size() > 1 && !set.hasSchema(query)) {
                RouteFile first = polls.get(0);
                polls.stream().skip(1).forEach(other -> together(query, first, other, set, doubtful));
            }
        });
        return doubtful;
    }

    private static void together(String query, RouteFile one, RouteFile other, RouteSet set, List<String> doubtful) {
        Set<String> has = keys(one, set);
        Set<String> lacks = new TreeSet<>(has);
        Set<String> more = keys(other, set);
        if (has.isEmpty() || more.isEmpty()) {
            return;
        }
        lacks.removeAll(more);
        more.removeAll(has);
        if (!lacks.isEmpty() || !more.isEmpty()) {
            doubtful.add(set.mapping(other.id()) + ": " + one.id() + " publishes to sim." + query + " too, "
                    + (lacks.isEmpty() ? "" : "with " + String.join(", ", lacks) + " and not here")
                    + (lacks.isEmpty() || more.isEmpty() ? "" : ", ")
                    + (more.isEmpty() ? "" : "without " + String.join(", ", more))
                    + "; give both the same fields and a schema, routes/schemas/" + query
                    + ".schema.json, or rename one poll");
        }
    }

    /** The keys that the mapping of a poll writes, at whatever depth. */
    private static Set<String> keys(RouteFile poll, RouteSet set) {
        Set<String> keys = new TreeSet<>();
        try {
            Matcher key = KEY.matcher(TextFile.read(set.mapping(poll.id())));
            while (key.find()) {
                if (key.group("key") != null) {
                    keys.add(key.group("key"));
                }
            }
        } catch (IOException | SettingsException e) {
            // said where the mapping itself is looked at
        }
        return keys;
    }
}
