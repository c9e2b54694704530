package org.simrelay.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mapping as it is written: which fields it reads, and where its keys stand. */
record MappingText(String text) {

    /**
     * A field that is read.
     *
     * @param place with line and column
     */
    record Field(String name, String place) {}

    // comments and texts are passed over, but for a text that is itself a field's name
    private static final Pattern FIELD = Pattern.compile(
            "//[^\\n]*|(?<![0-9])\\.(?:(?<name>[A-Za-z_][\\w-]*)|\"(?<quoted>[^\"]+)\")|\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//[^\\n]*");
    private static final Pattern SHOWN = Pattern.compile("[{,\\[]\\s*\"([^\"]+)\"");

    /** In their order, each name once. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            String name = field.group("name") == null ? field.group("quoted") : field.group("name");
            if (name != null && !isOfAsked(field.start()) && seen.add(name)) {
                fields.add(new Field(name, place(field.start())));
            }
        }
        return fields;
    }

    /** What a request asked is no field of an item. */
    private boolean isOfAsked(int dot) {
        return text.substring(0, dot).endsWith("$asked");
    }

    /** The fields of the item that the comment at its head shows. */
    Set<String> shownAtHead() {
        String comment = text.lines().takeWhile(line -> line.startsWith("//")).collect(Collectors.joining(" "));
        return SHOWN.matcher(comment).results().map(shown -> shown.group(1)).collect(Collectors.toSet());
    }

    /** Where a key of the object stands that it gives; empty where it is not written so. */
    String placeOfKey(String key) {
        Matcher written = Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:").matcher(code());
        return written.find() ? place(written.start()) : "";
    }

    /** Where the function is called that says something, as {@code parse-time: …}; empty where it names none. */
    String placeOfCall(String said) {
        Matcher called = Pattern.compile("(?<![\\w-])" + Pattern.quote(said.replaceFirst("[^a-z-].*", "")) + "\\s*\\(")
                .matcher(text);
        return said.matches("[a-z-]{3,}:.*") && called.find() ? place(called.start()) : "";
    }

    /** The text with blanks in the place of its comments. */
    String code() {
        return COMMENT.matcher(text).replaceAll(comment -> " ".repeat(comment.end() - comment.start()));
    }

    int lastLine() {
        return Math.max(1, (int) text.stripTrailing().lines().count());
    }

    String place(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return " line " + line + " column " + (offset - before.lastIndexOf('\n'));
    }
}
