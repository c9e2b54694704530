package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds signs that no editor shows and that make another name of one: of width zero, or for the direction of the text. */
final class UnseenSigns {

    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060\\uFEFF]");

    private UnseenSigns() {}

    /** One message a line, with place and remedy; comments are not looked at. */
    static List<String> problems(Object file, String text, String comment) {
        List<String> wrong = new ArrayList<>();
        if (!UNSEEN.matcher(text).find()) {
            return wrong;
        }
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher unseen = UNSEEN.matcher(lines.get(line).replaceFirst("(^|\\s)" + comment + ".*", ""));
            if (unseen.find()) {
                wrong.add(file + " line " + (line + 1) + " column " + (unseen.start() + 1)
                        + ": a sign that cannot be seen stands here (U+"
                        + String.format(
                                Locale.ROOT, "%04X", (int) unseen.group().charAt(0)) + "); write the line anew");
            }
        }
        return wrong;
    }
}
