package org.simrelay.check;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Why a text is no YAML, and what is most often meant. */
final class YamlWords {

    private YamlWords() {}

    /**
     * Words to go behind the place.
     *
     * @param line where it stopped, from 0
     * @param column from 0
     */
    static String of(MarkedYamlEngineException e, String text, int line, int column) {
        String problem = String.valueOf(e.getProblem());
        String[] lines = text.split("\n", -1);
        if (problem.contains("'\\t(TAB)'") || problem.contains("character '\\t'")) {
            return problem + " (a tab: YAML is indented by spaces alone)";
        }
        if (problem.contains("unexpected end of stream")) {
            return problem + " (the quote that begins here is not closed)";
        }
        if (problem.contains("expected ',' or '}'")) {
            return problem + " (JSLT that begins with { needs single quotes around it, and {{…}} double ones)";
        }
        if (problem.contains("found undefined alias") || problem.contains("unexpected character found")) {
            return "a value that begins with * or & is a reference to YAML (put it in quotes)";
        }
        if (problem.contains("found another document")) {
            return "another document begins here, behind ---, and a file is one (remove the line, or what follows)";
        }
        String crooked = crooked(lines, line);
        if (problem.contains("mapping values are not allowed here")) {
            return crooked == null
                    ? "a colon stands where none may (a value with \": \" in it needs quotes, or the line stands too far to the right)"
                    : crooked;
        }
        if (problem.contains("could not find expected ':'")) {
            return "a colon is missing in this line or the one above it";
        }
        if (!problem.contains("expected <block end>")) {
            return problem;
        }
        if (crooked != null) {
            return crooked;
        }
        return endsQuote(lines, line, column)
                ? "a quote ends right before this (within single quotes JSLT's texts stand in double ones, and '' is one single quote)"
                : "this line does not belong to those above (it stands too far to the right or left, or a quote before it is not closed)";
    }

    /** Where a line stands deeper than the one above, though that has a value and so nothing below it; null where none does. */
    private static @Nullable String crooked(String[] lines, int line) {
        int above = Math.min(line, lines.length - 1) - 1;
        while (above >= 0
                && (lines[above].isBlank() || lines[above].stripLeading().startsWith("#"))) {
            above--;
        }
        if (above >= 0 && lines[above].matches("\\s*(- )?[A-Za-z][\\w.-]*\\s*")) {
            return "a colon is missing behind " + lines[above].strip().replaceFirst("^- ", "") + " in line "
                    + (above + 1);
        }
        if (above < 0 || line >= lines.length || !lines[above].matches("\\s*(- )?[\\w.-]+: +[^|>#&\\s].*")) {
            return null;
        }
        return depth(lines[line]) > depth(lines[above])
                ? "this line stands further to the right than line " + (above + 1)
                        + ", which has a value of its own: both begin in one column"
                : null;
    }

    /** A hyphen and the blank behind it belong to the depth of what stands there. */
    private static int depth(String line) {
        String spaces = line.replaceFirst("^(\\s*)- ", "$1  ");
        return spaces.length() - spaces.stripLeading().length();
    }

    private static boolean endsQuote(String[] lines, int line, int column) {
        if (line >= lines.length || column > lines[line].length()) {
            return false;
        }
        String before = lines[line].substring(0, column).stripTrailing();
        return before.endsWith("'") || before.endsWith("\"");
    }
}
