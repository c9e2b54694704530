package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.Nearest;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** The levels in the log's configuration: Logback takes a word that is none for DEBUG, without saying so. */
final class LogLevels {

    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");
    private static final Set<String> OTHERS = Set.of("ALL", "INHERITED", "NULL");

    // comments are passed over
    private static final Pattern LEVEL = Pattern.compile(
            "(?s)<!--.*?-->|<(?:root|logger)\\b[^>]*?\\slevel\\s*=\\s*([\"'])(?<level>.*?)\\1|<level>(?<text>.*?)</level>");

    private LogLevels() {}

    /** @throws SettingsException with a line each that is no level */
    static void look(Path file) {
        if (!Files.isReadable(file)) {
            return;
        }
        String text;
        try {
            text = TextFile.read(file);
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read (" + e.getMessage() + "); mend it");
        }
        Matcher level = LEVEL.matcher(text);
        List<String> wrong = level.results()
                .flatMap(found -> wrong(file, text, found).stream())
                .toList();
        List<String> form = LogForm.problems(file, text);
        if (!form.isEmpty()) {
            throw new SettingsException(form);
        }
        if (!wrong.isEmpty()) {
            throw new SettingsException(wrong);
        }
    }

    private static List<String> wrong(Path file, String text, MatchResult found) {
        int group = found.group(2) != null ? 2 : 3;
        String value = found.group(group);
        String word = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        if (value == null || LEVELS.contains(word) || OTHERS.contains(word) || word.contains("${")) {
            return List.of();
        }
        int line = (int) text.substring(0, found.start(group))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return List.of(file + " line " + line + ": level is \"" + value + "\", which Logback takes for DEBUG"
                + Nearest.text(word, LEVELS) + "; write one of " + String.join(", ", LEVELS));
    }
}
