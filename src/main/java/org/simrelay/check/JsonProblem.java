package org.simrelay.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a text is no JSON, and what is most often meant. */
public final class JsonProblem {

    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']+)'");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']{1,40})'");
    private static final Pattern SIGN = Pattern.compile("Unexpected character \\('(.)'");

    private JsonProblem() {}

    /** Words with the remedy. */
    public static String of(JsonProcessingException thrown) {
        String said = String.valueOf(thrown.getOriginalMessage());
        Matcher twice = TWICE.matcher(said);
        if (twice.find()) {
            return "the key " + twice.group(1) + " stands twice; remove one of them";
        }
        Matcher token = TOKEN.matcher(said);
        if (token.find()) {
            return token.group(1)
                    + " is no JSON: a text stands in double quotes, and else there are numbers, true, false and"
                    + " null; mend it";
        }
        if (said.contains("Unexpected end-of-input")) {
            return "it ends too early; close what is open, a bracket, a brace or a quote";
        }
        if (said.contains("Unrecognized character escape")) {
            return "a backslash in a text of JSON is written twice; write \\\\d for \\d";
        }
        if (said.contains("CTRL-CHAR")) {
            return "a quote is not closed in this line; close it";
        }
        if (said.contains("Trailing token")) {
            return "more stands behind the end; remove it, or a brace too many before it";
        }
        Matcher sign = SIGN.matcher(said);
        return sign.find() ? sign(sign.group(1).charAt(0), said) : said + "; mend it";
    }

    private static String sign(char sign, String said) {
        if (FullWidth.in(String.valueOf(sign)) == 0) {
            return FullWidth.words(sign) + "; mend it";
        }
        if (sign == '<') {
            return "a < stands here, as the marks of a merge begin; take one side of what it marks, and remove the marks";
        }
        if (sign == '\'') {
            return "names and texts stand in double quotes; write those";
        }
        if (sign == '/' || sign == '#') {
            return "JSON has no comments; write \"$comment\": \"…\", or remove it";
        }
        if (said.contains("comma to separate")) {
            return "a comma is missing before " + sign + "; add it";
        }
        if (said.contains("colon to separate")) {
            return "a colon is missing before " + sign + "; add it";
        }
        boolean surplus = sign == ',' || sign == '}' || sign == ']';
        return surplus
                ? "a comma too many stands before " + sign + ", or a value is missing; mend it"
                : sign
                        + " cannot stand here: names and texts stand in double quotes; mend it, or what stands before it";
    }
}
