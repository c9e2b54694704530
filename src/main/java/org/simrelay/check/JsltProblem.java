package org.simrelay.check;

import com.schibsted.spt.data.jslt.JsltException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.mapping.Jslt;

/**
 * Why a JSLT text cannot be read, in fewer words than its parser has.
 *
 * @param offset where it stopped, from 0; below 0 where that is the end, or not known
 * @param near the text that stands there; empty where there is none
 * @param words with the remedy
 */
record JsltProblem(int offset, String near, String words) {

    /** Where the parser stopped, in its words: the line and the column. */
    static final Pattern PLACE = Pattern.compile("at line ([0-9]+), column ([0-9]+)");

    private static final Pattern TOKEN = Pattern.compile("\\$?[A-Za-z0-9_-]+|\"[^\"]*\"|==|\\S");
    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** What is wrong with an expression; null where it can be read. */
    static @Nullable JsltProblem of(String jslt) {
        try {
            Jslt.expression(jslt);
            return null;
        } catch (IllegalArgumentException e) {
            String text = jslt.strip();
            if (BARE.matcher(text).matches()) {
                return new JsltProblem(jslt.indexOf(text), text, "a field begins with a dot; write ." + text);
            }
            return e.getCause() instanceof JsltException thrown
                    ? of(jslt, thrown)
                    : new JsltProblem(-1, "", String.valueOf(e.getMessage()));
        }
    }

    /** What the parser's exception says of a text. */
    static JsltProblem of(String jslt, JsltException thrown) {
        String said = thrown.getMessageWithoutLocation();
        if (!said.startsWith("Parse error")) {
            return new JsltProblem(-1, "", said + "; mend it");
        }
        if (said.contains("Encountered \"<EOF>\"")) {
            return new JsltProblem(
                    -1, "", "the JSLT ends too early; close what is open, a bracket, a brace or a quote");
        }
        Matcher place = PLACE.matcher(said);
        int offset =
                place.find() ? offset(jslt, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))) : -1;
        Matcher token = TOKEN.matcher(jslt);
        String near = offset >= 0 && token.find(offset) ? token.group() : "";
        return new JsltProblem(
                offset,
                near,
                "the JSLT cannot be read" + (near.isEmpty() ? "" : " at " + near) + hint(jslt, offset, near));
    }

    /** What is most often meant. */
    private static String hint(String jslt, int offset, String near) {
        if (near.equals(".") && offset > 0 && jslt.charAt(offset - 1) == '$') {
            return ": a field begins with the dot itself, without $; mend it";
        }
        if (FullWidth.in(near) == 0) {
            return ", " + FullWidth.words(near.charAt(0)) + "; mend it";
        }
        return switch (near) {
            case "'" -> ": a text in JSLT stands in double quotes; mend it";
            case "=" -> ": two are compared by ==; mend it";
            case ":" -> ": the names of an object's fields stand in double quotes; mend it";
            default -> "; mend it, or what stands before it";
        };
    }

    /** The parser counts a tab as up to eight columns, as it stands on a screen. */
    private static int offset(String jslt, int line, int column) {
        List<String> lines = List.of(jslt.split("\n", -1));
        if (line > lines.size()) {
            return -1;
        }
        int before = lines.subList(0, line - 1).stream()
                .mapToInt(text -> text.length() + 1)
                .sum();
        return Math.min(before + column - 1, jslt.length());
    }
}
