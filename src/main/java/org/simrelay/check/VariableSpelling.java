package org.simrelay.check;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Variables that are one of ours but for case, dots, hyphens or underscores, or with this service's name in front: those of nobody else are
 * called so.
 */
final class VariableSpelling {

    private static final String OURS = "SIMRELAY";

    private VariableSpelling() {}

    /** The variable that is read and was meant; null where none was. */
    static @Nullable String meant(String variable, Collection<String> read) {
        Map<String, String> bare = new TreeMap<>();
        // one word may be anybody's
        read.stream().filter(name -> name.contains("_")).forEach(name -> bare.putIfAbsent(bare(name), name));
        String own = bare(variable);
        String other = bare.get(own);
        return other == null && own.startsWith(OURS) ? bare.get(own.substring(OURS.length())) : other;
    }

    private static String bare(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
