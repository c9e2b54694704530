package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.mask.SecretNames;

/**
 * Looks into the files that hold secrets, {@code <key>-file}, where they are here, for what was not meant to be part of the secret. One
 * that is not here may be where the service runs.
 */
final class SecretFiles {

    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(export\\s+)?[A-Za-z][\\w.-]*(password|secret|token|pwd|key)\\s*[=:].+"
                    + "|(?i)(export\\s+)?(password|secret|token|pwd)\\s*[=:].+");
    private static final Pattern QUOTED = Pattern.compile("([\"'“‘`]).*[\"'”’`]");
    private static final Pattern PATH = Pattern.compile("/[\\w.-]+(/[\\w.-]+)+|[A-Za-z]:\\\\.+");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00A0\\u200B-\\u200F\\u2028\\u2029\\u2060\\uFEFF\\u3000]");

    private SecretFiles() {}

    /**
     * What may be wrong, to warn of: a message each, which quotes nothing of a file.
     *
     * @param credentials the keys of the vendors' credentials, asked for where the environment names a file
     */
    static List<String> doubtful(Settings settings, Supplier<Set<String>> credentials) {
        List<String> doubtful = new ArrayList<>();
        Set<String> keys = new TreeSet<>(settings.values().keys());
        if (settings.values().environment().keySet().stream().anyMatch(name -> name.endsWith("_FILE"))) {
            keys.addAll(credentials.get());
        }
        for (String key : keys) {
            if (SecretNames.isSecret(key)) {
                String fileKey = key + SettingValues.FILE;
                String file = written(settings, fileKey);
                if (!file.isEmpty()) {
                    add(settings, fileKey, ofFile(file), doubtful);
                } else {
                    add(settings, key, ofValue(written(settings, key), key), doubtful);
                }
            }
        }
        return doubtful;
    }

    /** As it stands in the environment or the settings' file; empty where it does not. */
    private static String written(Settings settings, String key) {
        return settings.values().inTheEnvironmentOrFile(key).orElse("");
    }

    private static void add(Settings settings, String key, @Nullable String words, List<String> doubtful) {
        if (words != null) {
            doubtful.add(key + " " + words + ", at " + settings.place(key));
        }
    }

    private static @Nullable String ofValue(String value, String key) {
        return PATH.matcher(value).matches()
                ? "looks like the name of a file, and is taken for the secret itself; write " + key + SettingValues.FILE
                        + ", which reads it"
                : null;
    }

    private static @Nullable String ofFile(String name) {
        if (name.contains("$")) {
            return "has a $, which nobody here takes for a variable; write the whole path";
        }
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            return "is no path; write the name of the file that holds the secret";
        }
        if (Files.isDirectory(path)) {
            return "names a folder; write the name of a file in it";
        }
        if (!Files.exists(path)) {
            return name.contains("/") || name.contains("\\") || name.contains(".")
                    ? null
                    : "is no path but one word; write the name of a file, and a secret itself without "
                            + SettingValues.FILE;
        }
        String text;
        try {
            text = TextFile.read(path);
        } catch (IOException e) {
            return "names a file that cannot be read here; let the service's user read it";
        } catch (SettingsException e) {
            return "names a file that is no UTF-8 text; save it as UTF-8, without a byte order mark";
        }
        String words = ofText(text.strip());
        return words == null ? null : "names a file " + words;
    }

    private static @Nullable String ofText(String text) {
        if (text.isEmpty()) {
            return "that is empty; put the secret in it";
        }
        if (text.startsWith("-----BEGIN ")) {
            return null;
        }
        if (text.startsWith("#")) {
            return "that begins with #, and the whole of it is the secret: it has no comments; leave the secret alone in it";
        }
        if (text.contains("\n") || text.contains("\r")) {
            return "of more than one line, and all of them are the secret; leave one";
        }
        if (QUOTED.matcher(text).matches()) {
            return "whose text stands in quotes, which are part of the secret; leave them out";
        }
        if (ASSIGNED.matcher(text).matches()) {
            return "that holds a key and its value, and the whole of it is the secret; leave the value alone in it";
        }
        if (text.startsWith("{") && text.endsWith("}")) {
            return "that holds JSON, and the whole of it is the secret; leave the value alone in it";
        }
        if (PATH.matcher(text).matches()) {
            return "that holds what looks like the name of another file; write the secret itself in it";
        }
        if (UNSEEN.matcher(text).find() || text.chars().anyMatch(Character::isISOControl)) {
            return "with a character in it that cannot be seen; write the secret anew";
        }
        if (FullWidth.in(text) >= 0) {
            return "with a full-width sign in it; write the plain one, or leave it if it is meant";
        }
        return null;
    }
}
