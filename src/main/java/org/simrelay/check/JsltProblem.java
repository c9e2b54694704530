package org.simrelay.check;

import com.schibsted.spt.data.jslt.JsltException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.mapping.Jslt;

/**
 * Why a JSLT text cannot be read, in fewer words than its parser has.
 *
 * @param near the text it stopped at; empty where that is the end, or not known
 * @param words with the remedy
 */
record JsltProblem(String near, String words) {

    private static final Pattern TOKEN = Pattern.compile("Encountered \"\\s*(?:<[A-Z]+> )?\"?(.+?)\\s*\"+ at line");
    private static final Pattern LEXICAL = Pattern.compile("Lexical error.*Encountered: \"\\\\?(.)\"", Pattern.DOTALL);
    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** What is wrong with an expression; null where it can be read. */
    static @Nullable JsltProblem of(String jslt) {
        try {
            Jslt.expression(jslt);
            return null;
        } catch (IllegalArgumentException e) {
            String text = jslt.strip();
            if (BARE.matcher(text).matches()) {
                return new JsltProblem(text, "a field begins with a dot; write ." + text);
            }
            return e.getCause() instanceof JsltException thrown
                    ? of(thrown)
                    : new JsltProblem("", String.valueOf(e.getMessage()));
        }
    }

    /** What the parser's exception says. */
    static JsltProblem of(JsltException thrown) {
        String said = thrown.getMessageWithoutLocation();
        if (!said.startsWith("Parse error")) {
            return new JsltProblem("", said + "; mend it");
        }
        if (said.contains("Encountered \"<EOF>\"")) {
            return new JsltProblem("", "the JSLT ends too early: close what is open, a bracket, a brace or a quote");
        }
        Matcher lexical = LEXICAL.matcher(said);
        if (lexical.find()) {
            String at = lexical.group(1);
            boolean quote = at.equals("'");
            return new JsltProblem(
                    at,
                    "the JSLT cannot be read at " + at
                            + (quote ? ": a text in JSLT stands in double quotes" : "; mend it"));
        }
        Matcher token = TOKEN.matcher(said);
        String at = token.find() ? token.group(1).replaceFirst("^\"+", "") : "";
        return new JsltProblem(
                at,
                at.isEmpty() ? said.lines().findFirst().orElse("") : "the JSLT cannot be read at " + at + "; mend it");
    }
}
