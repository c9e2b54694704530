package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** Of a key {@code <vendor>.<query>.<name>} the file of the poll, which may be there and not name it. */
final class KeysOfPolls {

    private static final Pattern KEY = Pattern.compile("([a-z0-9-]+)\\.([A-Za-z0-9_-]+)\\.cron");

    /** Of another poll, since its own is not named. */
    private static final Pattern CRON = Pattern.compile("\\{\\{[a-z0-9-]+\\.[A-Za-z0-9_-]+\\.cron(:[^}]*)?}}");

    private final RouteFiles files;
    private final Set<String> meant;

    KeysOfPolls(RouteFiles files) {
        this.files = files;
        this.meant = MeantPolls.of(files);
    }

    /** Whether there is a poll of this name. */
    boolean isThere(String key) {
        return Files.exists(file(key));
    }

    /** Whether there is one that cannot be read, or stands elsewhere, which is said: nobody knows what it names. */
    boolean isBroken(String key) {
        if (!isThere(key)) {
            return meant.contains(id(key));
        }
        try {
            String text = TextFile.read(file(key));
            return text.isBlank() || text.contains(key) || CRON.matcher(text).find();
        } catch (IOException | SettingsException e) {
            return true;
        }
    }

    /** Where it stands, or would. */
    Path file(String key) {
        return files.poll(id(key));
    }

    private static String id(String key) {
        Matcher poll = KEY.matcher(key);
        return poll.matches() ? poll.group(1) + "-" + poll.group(2) : "-";
    }
}
