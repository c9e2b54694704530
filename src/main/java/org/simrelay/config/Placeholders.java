package org.simrelay.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that route files name as {@code {{key}}}. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z0-9._-]+)(:[^}]*)?}}");

    private Placeholders() {}

    /** What is missing: one message a place, with file, line and key. */
    static List<String> missing(Path file, String text, Settings settings) {
        List<String> missing = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = PLACEHOLDER.matcher(lines.get(i));
            while (matcher.find()) {
                String key = matcher.group(1);
                if (matcher.group(2) == null && settings.find(key).isEmpty()) {
                    missing.add(file + " line " + (i + 1) + ": " + key + " is not set; set " + Settings.variable(key)
                            + " in the environment or " + key + " in " + settings.file());
                }
            }
        }
        return missing;
    }

    /** The text with the values of the settings that it names; those that are not set stay as they are. */
    static String filled(String text, Settings settings) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(named -> Matcher.quoteReplacement(settings.find(named.group(1))
                        .orElse(
                                named.group(2) == null
                                        ? named.group()
                                        : named.group(2).substring(1))));
    }
}
