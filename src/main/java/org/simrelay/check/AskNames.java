package org.simrelay.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;

/**
 * Holds the parameters of a query against those of its vendor's other queries: one that is a letter from one that all the others have,
 * and that this one lacks, is a slip. APIs do name one thing in two ways, so that nothing else is.
 */
final class AskNames {

    /** So many others must agree on a name. */
    private static final int OTHERS = 2;

    private static final int SHORTEST = 4;
    private static final Pattern NAME = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"\\s*(:?)");

    private AskNames() {}

    /** What may be wrong, to warn of. */
    static List<String> doubtful(RouteFile file, QueryText query, RouteSet set) {
        BeanText.Property ask = query.bean().property("ask");
        if (ask == null) {
            return List.of();
        }
        List<Set<String>> others = set.files()
                .filter(other -> other.isPoll()
                        && other.vendor().equals(file.vendor())
                        && !other.path().equals(file.path()))
                .map(other -> names(QueryText.of(other)))
                .toList();
        if (others.size() < OTHERS) {
            return List.of();
        }
        Set<String> own = names(query);
        Set<String> shared = new TreeSet<>(others.get(0));
        others.forEach(shared::retainAll);
        shared.removeAll(own);
        List<String> doubtful = new ArrayList<>();
        for (String name : own) {
            boolean known = others.stream().anyMatch(names -> names.contains(name));
            shared.stream()
                    .filter(common -> !known && isSlip(name, common))
                    .min(Comparator.naturalOrder())
                    .ifPresent(common -> doubtful.add(file.path() + " line " + ask.line() + ": ask has \"" + name
                            + "\", but all other queries of " + file.vendor() + " have \"" + common
                            + "\"; mend it, if it is the same"));
        }
        return doubtful;
    }

    private static boolean isSlip(String name, String common) {
        return name.length() >= SHORTEST && Nearest.distance(name, common) <= (common.length() >= 2 * SHORTEST ? 2 : 1);
    }

    private static Set<String> names(@Nullable QueryText query) {
        Set<String> names = new HashSet<>();
        String ask = query == null ? null : query.value("ask");
        Matcher name = NAME.matcher(ask == null ? "" : ask);
        while (name.find()) {
            if (!name.group(2).isEmpty()) {
                names.add(name.group(1));
            }
        }
        return names;
    }
}
