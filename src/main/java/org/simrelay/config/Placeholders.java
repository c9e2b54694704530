package org.simrelay.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings that route files name as {@code {{key}}}. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z0-9._-]+)(:[^}]*)?}}");

    private Placeholders() {}

    /** What is missing: one message a place, with file, line and key. */
    public static List<String> missing(Path file, String text, Settings settings) {
        List<String> missing = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = PLACEHOLDER.matcher(lines.get(i));
            while (matcher.find()) {
                String key = matcher.group(1);
                if (matcher.group(2) == null && settings.find(key).isEmpty()) {
                    boolean isVariable = key.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");
                    missing.add(file + " line " + (i + 1) + ": " + key + " is not set; "
                            + (isVariable
                                    ? "it is the name of a variable, and between braces stands the key: write {{"
                                            + key.toLowerCase(Locale.ROOT).replace('_', '.') + "}}, or as it is called"
                                    : "set " + settings.place(key)));
                }
            }
        }
        return missing;
    }

    /** The keys that a text names. */
    public static Set<String> keys(String text) {
        return PLACEHOLDER.matcher(text).results().map(named -> named.group(1)).collect(Collectors.toSet());
    }

    /** Those that it names without a default. */
    public static Set<String> needed(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(named -> named.group(2) == null && !named.group().startsWith("{{?"))
                .map(named -> named.group(1))
                .collect(Collectors.toSet());
    }

    /** The default that a text names beside a key; empty where it names none. */
    public static Optional<String> byDefault(String text, String key) {
        Matcher named = PLACEHOLDER.matcher(text);
        while (named.find()) {
            String unset = named.group(2);
            if (key.equals(named.group(1)) && unset != null) {
                return Optional.of(unset.substring(1));
            }
        }
        return Optional.empty();
    }

    /** The values of the keys with an ending that a text names; none where they have none. */
    public static Map<String, String> values(String text, String ending, Settings settings) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(named -> named.group(1).endsWith(ending))
                .collect(Collectors.toMap(
                        named -> named.group(1), named -> filled(named.group(), settings), (first, second) -> first));
    }

    /** The text with the values of the settings that it names; those that are not set stay as they are. */
    public static String filled(String text, Settings settings) {
        return filled(text, (key, hasDefault) -> hasDefault ? settings.given(key) : settings.find(key));
    }

    /** The same with any values. */
    public static String filled(String text, Values values) {
        return PLACEHOLDER.matcher(text).replaceAll(named -> {
            String unset =
                    named.group(2) == null ? named.group() : named.group(2).substring(1);
            return Matcher.quoteReplacement(
                    values.of(named.group(1), named.group(2) != null).orElse(unset));
        });
    }

    /** Where values come from; a default that is named beside a key goes before one of ours. */
    interface Values {
        Optional<String> of(String key, boolean hasDefault);
    }
}
