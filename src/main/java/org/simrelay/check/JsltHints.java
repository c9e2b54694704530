package org.simrelay.check;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is most often meant where a JSLT text cannot be read: habits of JavaScript, Java, SQL, JSONPath and shells. */
final class JsltHints {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*";
    private static final Pattern LET = Pattern.compile("\\blet\\s+(\\$?" + NAME + ")\\s*:?$");
    private static final Pattern IMPORT = Pattern.compile("import\\s+\"([^\"/]*/)*([^\"/.]+)[^\"/]*\"\\s*$");
    private static final Pattern BARE = Pattern.compile("(?<![.$\\w\"-])(" + NAME + ")\\s*$");
    private static final Pattern ENDED = Pattern.compile("[\\w\")}\\]]\\s*$");

    private JsltHints() {}

    /**
     * Words with the remedy, to go behind the place.
     *
     * @param offset where the parser stopped, from 0
     * @param near what stands there
     */
    static String of(String jslt, int offset, String near) {
        if (FullWidth.in(near) == 0) {
            return ", " + FullWidth.words(near.charAt(0)) + "; mend it";
        }
        String before = offset < 0 ? "" : jslt.substring(0, Math.min(offset, jslt.length()));
        String behind = offset < 0 ? "" : jslt.substring(Math.min(offset + near.length(), jslt.length()));
        String said = bySign(before, near, behind);
        if (said == null) {
            said = byWord(before, near, behind);
        }
        return said == null ? "; mend it, or what stands before it" : ": " + said;
    }

    private static @Nullable String bySign(String before, String near, String behind) {
        return switch (near) {
            case "<" -> behind.startsWith("<<") ? Conflict.WORDS : null;
            case "'" -> "a text in JSLT stands in double quotes; mend it";
            case "=", "==" ->
                behind.startsWith("==")
                        ? Conflict.WORDS
                        : LET.matcher(before).find() ? null : "two are compared by ==; mend it";
            case "&" -> "both is the word and; write and";
            case "|" -> "either is the word or; write or";
            case "!" -> "the opposite is not(…); write that";
            case "?" -> "a choice is if (…) … else …; write that";
            case ";" -> "nothing ends with a semicolon; remove it";
            case "#" -> "a comment begins with //; write that";
            case "/" -> behind.startsWith("*") ? "a comment begins with //; write that" : null;
            case ">" -> before.endsWith("<") ? "two that differ are compared by !=; write that" : null;
            case "*" -> before.endsWith("[") ? "the path itself gives the whole array; leave [*] out" : null;
            case "[" -> before.endsWith(".") ? "no dot stands before [; remove it" : null;
            case "." -> beforeDot(before);
            default -> null;
        };
    }

    private static @Nullable String beforeDot(String before) {
        if (before.endsWith("$")) {
            return "a field begins with the dot itself, without $; mend it";
        }
        if (before.endsWith("!") || lastWord(before).equals("not")) {
            return "the opposite is not(…); write that";
        }
        return null;
    }

    private static @Nullable String byWord(String before, String near, String behind) {
        String word = lastWord(before);
        Matcher let = LET.matcher(before);
        Matcher imported = IMPORT.matcher(before);
        if (near.startsWith("$") && word.equals("let")) {
            return "the name behind let has no $; write let " + near.substring(1) + " = …";
        }
        if (let.find()) {
            return "= stands behind the name; write let " + let.group(1) + " = …";
        }
        if (imported.find()) {
            return "an import has a name, which stands before its functions; write import \"" + imported.group(2)
                    + ".jslt\" as " + imported.group(2);
        }
        if (near.equals(":")) {
            return "the names of an object's fields stand in double quotes; mend it";
        }
        if (word.equals("then")) {
            return "behind if (…) no then stands; leave it out";
        }
        if (word.equals("if")) {
            return "the condition stands in brackets; write if (…)";
        }
        if (word.equals("else")) {
            return "nothing stands behind else; write null there, or leave else out";
        }
        if (near.equals("is")) {
            return "what is not there is found by == null; write that";
        }
        if (near.equals("for")) {
            return "a list is made by [for (…) …]; put it in brackets";
        }
        Matcher bare = BARE.matcher(before);
        boolean closes = near.matches("[),}\\]]");
        if (closes && word.matches("NULL|Null|None|nil|undefined|True|False|TRUE|FALSE")) {
            return "in JSLT it is " + (word.matches("(?i)true|false") ? word.toLowerCase(Locale.ROOT) : "null")
                    + ", in small letters; write that";
        }
        if (closes && bare.find() && !word.matches("true|false|null")) {
            String name = bare.group(1);
            return before.matches("(?s).*\\blet\\s+" + Pattern.quote(name) + "\\s*=.*")
                    ? "a variable begins with $; write $" + name
                    : "a field begins with a dot; write ." + name;
        }
        if (near.startsWith("\"")
                && behind.stripLeading().startsWith(":")
                && ENDED.matcher(before).find()) {
            return "a comma is missing before it; add it";
        }
        return near.equals("}") && behind.isBlank() ? "there is one } too many; remove it" : null;
    }

    private static String lastWord(String text) {
        Matcher bare = BARE.matcher(text);
        return bare.find() ? bare.group(1) : "";
    }
}
