package org.simrelay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that route files name as {@code {{key}}}. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z0-9._-]+)(:[^}]*)?}}");

    private Placeholders() {}

    /** What is missing: one message a place, with file, line and key. */
    public static List<String> missing(List<Path> files, Settings settings) {
        List<String> missing = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = PLACEHOLDER.matcher(lines.get(i));
                while (matcher.find()) {
                    String key = matcher.group(1);
                    if (matcher.group(2) == null && settings.find(key).isEmpty()) {
                        missing.add(file + " line " + (i + 1) + ": " + key + " is not set; set "
                                + Settings.variable(key) + " in the environment or " + key + " in " + settings.file());
                    }
                }
            }
        }
        return missing;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read as UTF-8 text (" + e.getMessage() + "); mend it");
        }
    }
}
