package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of the settings that a route file names as {@code {{key}}} or {@code {{key:default}}}.
 *
 * @param key with its first word, the vendor
 * @param line from 1
 * @param column from 1
 */
record NamedKey(String key, int line, int column) {

    private static final Pattern KEY = Pattern.compile("\\{\\{\\??([a-z0-9-]+\\.[A-Za-z0-9.-]+)(:[^}]*)?}}");

    /** All that a text names, in its order; comments name none. */
    static List<NamedKey> of(String text) {
        List<NamedKey> keys = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher key = KEY.matcher(lines.get(line).replaceFirst("(^|\\s)#.*", ""));
            while (key.find()) {
                keys.add(new NamedKey(key.group(1), line + 1, key.start() + 1));
            }
        }
        return keys;
    }

    /** Its words: vendor, query where it is a poll's, name. */
    List<String> words() {
        return List.of(key.split("\\.", -1));
    }
}
