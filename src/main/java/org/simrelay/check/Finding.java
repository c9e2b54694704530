package org.simrelay.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;

/**
 * One thing that is wrong, or may be. It is written as a text that says all of it, {@code <file> line 3 column 5: <what>;
 * <remedy>}, where a setting's place stands in the remedy; the parts are read from that text.
 *
 * @param file null where it is about none: the environment, or Kafka
 * @param line from 1; null where it is about the whole file
 * @param column from 1; null where it is not known
 * @param key the setting or property, as it is written; null where there is none
 * @param message what is wrong, without the place
 * @param remedy what to do; null where the message says it
 * @param text the whole
 */
public record Finding(
        Severity severity,
        @Nullable String file,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable String key,
        String message,
        @Nullable String remedy,
        String text) {

    /** What comes of it. */
    public enum Severity {
        /** Nothing starts. */
        ERROR,
        /** Looked at by a person, it may turn out to be meant. */
        WARNING
    }

    private static final String PLACE = "line (?<line>[0-9]+)( column (?<column>[0-9]+))?";
    private static final String FILE = "(?<file>[^\"]+?\\.(yaml|yml|jslt|json|properties|csv|xml))";

    private static final Pattern WITH_PLACE =
            Pattern.compile(FILE + "( (?<is>is no YAML),)? " + PLACE + ": (?<what>.*)");
    private static final Pattern OF_FILE = Pattern.compile(FILE.replace("[^\"]", "[^\" ]") + "(?<what>[,: ].*)");
    private static final Pattern AT_LINE = Pattern.compile("at line (?<line>[0-9]+)");
    private static final Pattern LINE_OF =
            Pattern.compile("line (?<line>[0-9]+) of " + FILE.replace("[^\"]", "[^\" ]"));
    private static final Pattern UNREAD =
            Pattern.compile("cannot be read: " + FILE.replace("[^\"]", "[^\" ]") + " is no");
    private static final Pattern IN_REMEDY = Pattern.compile("(^| )" + FILE.replace("[^\"]", "[^\" ]") + " " + PLACE);
    private static final Pattern KEY = Pattern.compile(
            "(?!there |it |nobody |what |this )(?<key>[A-Za-z][\\w-]*(\\.[\\w\\[\\]-]+)+|[a-z]\\w*(?= (is|has|may|must|needs|names) |:))(?![\\w.]).*");

    static Finding of(Severity severity, String text) {
        Matcher placed = WITH_PLACE.matcher(text);
        Matcher unread = UNREAD.matcher(text);
        Matcher reversed = LINE_OF.matcher(text);
        Matcher whole = OF_FILE.matcher(text);
        String file = null;
        String message = text;
        Integer line = null;
        Integer column = null;
        if (placed.matches()) {
            file = placed.group("file");
            line = number(placed, "line");
            column = number(placed, "column");
            String is = placed.group("is");
            message = (is == null ? "" : is + ": ") + placed.group("what");
        } else if (whole.matches()) {
            file = whole.group("file");
            Matcher within = AT_LINE.matcher(whole.group("what"));
            line = within.find() ? number(within, "line") : null;
        } else if (unread.find()) {
            file = unread.group("file");
        } else if (reversed.find()) {
            file = reversed.group("file");
            line = number(reversed, "line");
        }
        int end = message.lastIndexOf("; ");
        String remedy = end < 0 ? null : message.substring(end + 2);
        Matcher mended = IN_REMEDY.matcher(remedy == null ? "" : remedy);
        if (file == null && mended.find()) {
            file = mended.group("file");
            line = number(mended, "line");
        }
        Matcher key = KEY.matcher(message);
        return new Finding(
                severity,
                file,
                line,
                column,
                key.matches() && !key.group("key").equals(file) ? key.group("key") : null,
                end < 0 ? message : message.substring(0, end),
                remedy,
                text);
    }

    /** What may be meant, and stops nothing. */
    public static Finding warning(String text) {
        return of(Severity.WARNING, text);
    }

    /** Each of what ended a look. */
    public static List<Finding> errors(SettingsException thrown) {
        return thrown.problems().stream()
                .map(problem -> of(Severity.ERROR, problem))
                .toList();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static @Nullable Integer number(Matcher found, String name) {
        String digits = found.group(name);
        return digits == null || digits.length() > 9 ? null : Integer.valueOf(digits);
    }
}
