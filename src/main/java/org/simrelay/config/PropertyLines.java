package org.simrelay.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The lines of a properties file, by their keys; read by {@link Properties}, which itself tells neither lines nor doubled keys. */
public final class PropertyLines {

    /**
     * A key as it stands in the file.
     *
     * @param line of its beginning, from 1
     */
    public record Entry(String key, String value, int line) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param name the file's, for messages */
    PropertyLines(String name, String text) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        Map<String, Entry> seen = new HashMap<>();
        for (int first = 0, next; first < lines.length; first = next) {
            next = first + 1;
            StringBuilder logical = new StringBuilder(lines[first]);
            boolean comment = lines[first].stripLeading().matches("[#!].*");
            while (!comment && next < lines.length && continues(lines[next - 1])) {
                logical.append('\n').append(lines[next++]);
            }
            int line = first + 1;
            for (Entry entry : parsed(name, logical.toString(), line)) {
                Entry before = seen.put(Keys.canonical(entry.key()), entry);
                if (before != null) {
                    problems.add(name + " line " + line + ": " + entry.key() + " is set in line " + before.line()
                            + " already" + (before.key().equals(entry.key()) ? "" : ", as " + before.key())
                            + "; leave one of them");
                }
                entries.put(Keys.canonical(entry.key()), entry);
            }
        }
    }

    /** By their keys in the form of {@link Keys#canonical}. */
    public Map<String, Entry> entries() {
        return entries;
    }

    /** What is wrong with the file's form: messages with file and line. */
    List<String> problems() {
        return problems;
    }

    private List<Entry> parsed(String name, String logical, int line) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IllegalArgumentException e) {
            problems.add(name + " line " + line + ": " + e.getMessage() + "; write the character itself, in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return one.stringPropertyNames().stream()
                .map(key -> new Entry(key, one.getProperty(key), line))
                .toList();
    }

    /** Whether a line ends with a backslash that is not itself escaped. */
    private static boolean continues(String line) {
        int backslashes = 0;
        for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
