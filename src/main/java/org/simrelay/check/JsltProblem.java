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
public record JsltProblem(int offset, String near, String words) {

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
    public static JsltProblem of(String jslt, JsltException thrown) {
        String said = thrown.getMessageWithoutLocation();
        if (!said.startsWith("Parse error")) {
            int at = thrown.getLine() > 0 ? offset(jslt, thrown.getLine(), thrown.getColumn()) : -1;
            return new JsltProblem(at, near(jslt, at), JsltSaid.of(said));
        }
        if (said.contains("Encountered \"<EOF>\"")) {
            return new JsltProblem(
                    -1, "", "the JSLT ends too early; close what is open, a bracket, a brace or a quote");
        }
        Matcher place = PLACE.matcher(said);
        int offset =
                place.find() ? offset(jslt, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))) : -1;
        String near = near(jslt, offset);
        return new JsltProblem(
                offset,
                near,
                "the JSLT cannot be read" + (near.isEmpty() ? "" : " at " + near) + JsltHints.of(jslt, offset, near));
    }

    private static String near(String jslt, int offset) {
        Matcher token = TOKEN.matcher(jslt);
        return offset >= 0 && token.find(offset) ? token.group() : "";
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
