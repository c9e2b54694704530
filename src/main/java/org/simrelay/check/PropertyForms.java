package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.PropertyLines;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.mask.SecretNames;

/** Values of the settings' file that are written as a shell or YAML would have them, and mean something else in a properties file. */
final class PropertyForms {

    private static final Pattern QUOTED = Pattern.compile("(?s)([\"']).+\\1");
    private static final Pattern COMMENT = Pattern.compile("(?s)\\S.*\\s#\\s.*");
    // a backslash that Properties drops: before it an even number of them, behind it none of the signs that it may
    // stand before
    private static final Pattern DROPPED = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\[^\\\\tnrfu:=#! ]");

    private PropertyForms() {}

    /** What may be wrong, to warn of: a message each, which quotes no value. */
    static List<String> doubtful(Settings settings) {
        List<String> doubtful = new ArrayList<>();
        List<String> written = lines(settings.file());
        for (PropertyLines.Entry line : settings.values().lines().entries().values()) {
            String value = line.value().strip();
            String place = "; mend " + settings.file() + " line " + line.line();
            boolean isOfOurs = !SecretNames.isSecret(line.key()) && !line.key().endsWith(".accounts");
            if (value.isEmpty()
                    && isOfOurs
                    && settings.values().inTheEnvironmentOrFile(line.key()).isEmpty()) {
                doubtful.add(
                        line.key() + " has no value, so that it is as if the line were not there: write the value, or"
                                + " remove the line" + place);
            } else if (QUOTED.matcher(value).matches()) {
                doubtful.add(
                        line.key() + " stands in quotes, which are part of the value here: leave them out" + place);
            } else if (COMMENT.matcher(value).matches() && !SecretNames.isSecret(line.key())) {
                doubtful.add(
                        line.key() + " has a # behind its value, and what follows is part of it: a comment stands in"
                                + " a line of its own" + place);
            } else if (value.startsWith("~/")) {
                doubtful.add(line.key() + " begins with ~, which nobody here takes for a folder: write the whole path"
                        + place);
            }
            Matcher dropped = DROPPED.matcher(line.line() <= written.size() ? written.get(line.line() - 1) : "");
            if (dropped.find()) {
                doubtful.add(
                        line.key() + " has a backslash, which a properties file drops: write two of them, or / in a"
                                + " path" + place);
            }
        }
        return doubtful;
    }

    private static List<String> lines(Path file) {
        try {
            return TextFile.read(file).lines().toList();
        } catch (IOException | SettingsException e) {
            // it was read a moment ago
            return List.of();
        }
    }
}
