package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.PropertyLines;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** Where in its line a finding begins that knows its line alone: at the value it is about, or else where the line's text begins. */
public final class Columns {

    private static final Pattern WORD = Pattern.compile("[\\w#$][\\w.:/{}$#-]*");
    private static final Pattern BEGIN = Pattern.compile("^\\s*(- )*(?=\\S)");
    private static final Pattern PAIR = Pattern.compile("^\\s*(- )*(?<key>[\\w.-]+)(: +|\\s*=\\s*)(?=\\S)");

    private final Map<String, List<String>> files = new HashMap<>();

    private final @Nullable Settings settings;

    private Columns(@Nullable Settings settings) {
        this.settings = settings;
    }

    /**
     * The same findings, each with a column where it has a line that can be read.
     *
     * @param settings where a finding about a key stands that names no place; null where they could not be read
     */
    public static List<Finding> of(List<Finding> findings, @Nullable Settings settings) {
        Columns columns = new Columns(settings);
        List<Finding> placed = new ArrayList<>();
        findings.forEach(finding -> placed.add(columns.placed(columns.inSettings(finding))));
        return placed;
    }

    private Finding inSettings(Finding finding) {
        String key = finding.key();
        if (settings == null
                || key == null
                || finding.file() != null
                || settings.values().environment().containsKey(Settings.variable(key))) {
            return finding;
        }
        PropertyLines.Entry entry = settings.values().lines().entries().get(key);
        return entry == null || finding.text().contains(" in the environment")
                ? finding
                : new Finding(
                        finding.severity(),
                        settings.file().toString(),
                        entry.line(),
                        null,
                        key,
                        finding.message(),
                        finding.remedy(),
                        finding.text() + ": " + settings.file() + " line " + entry.line());
    }

    private Finding placed(Finding finding) {
        Integer line = finding.line();
        String file = finding.file();
        if (line == null || file == null || finding.column() != null) {
            return finding;
        }
        List<String> lines = files.computeIfAbsent(file, Columns::read);
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        if (text.isBlank()) {
            return finding;
        }
        int column = 1 + column(text, finding);
        String place = " line " + line;
        return new Finding(
                finding.severity(),
                file,
                line,
                column,
                finding.key(),
                finding.message(),
                finding.remedy(),
                finding.text()
                        .replaceFirst(
                                Pattern.quote(file + place) + "(?=[:,])",
                                Matcher.quoteReplacement(file + place + " column " + column)));
    }

    private static int column(String text, Finding finding) {
        Matcher pair = PAIR.matcher(text);
        boolean isPair = pair.find();
        String key = finding.key();
        boolean isOfKey = isPair
                && key != null
                && SettingValues.withoutFile(pair.group("key")).equals(SettingValues.withoutFile(key));
        if (isOfKey) {
            return finding.message().contains(" is read by nobody") ? begin(text) : pair.end();
        }
        int begin = begin(text);
        Matcher word = WORD.matcher(finding.message());
        for (int looked = 0; looked < 8 && word.find(); looked++) {
            String found = word.group().replaceFirst("[.:]+$", "");
            int at = found.length() < 3 ? -1 : indexOfWord(text, found, begin);
            if (at >= 0) {
                return at;
            }
        }
        return begin;
    }

    private static int indexOfWord(String text, String word, int from) {
        Matcher found = Pattern.compile("(?<![\\w.-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(text);
        return found.find(Math.min(from, text.length())) ? found.start() : -1;
    }

    private static int begin(String text) {
        Matcher begin = BEGIN.matcher(text);
        return begin.find() ? begin.end() : 0;
    }

    private static List<String> read(String file) {
        @Nullable String text = null;
        try {
            text = TextFile.read(Path.of(file));
        } catch (IOException | SettingsException e) {
            // that is what the finding says
        }
        return text == null ? List.of() : text.lines().toList();
    }
}
