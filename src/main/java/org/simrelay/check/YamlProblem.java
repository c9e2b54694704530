package org.simrelay.check;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Why a text is no YAML: the place, and what is most often meant. */
public final class YamlProblem {

    private YamlProblem() {}

    /** A message with file, line, column and remedy. */
    public static String of(Path file, String text, YamlEngineException thrown) {
        if (!(thrown instanceof MarkedYamlEngineException e)) {
            return file + " is no YAML: " + thrown.getMessage() + "; mend it";
        }
        boolean open = String.valueOf(e.getProblem()).contains("unexpected end of stream");
        // what is not closed is mended where it begins
        Mark at = (open ? e.getContextMark() : e.getProblemMark())
                .or(e::getContextMark)
                .orElse(null);
        int line = at == null ? 0 : at.getLine();
        int conflict = Conflict.line(text);
        if (conflict > 0) {
            return file + " is no YAML, line " + conflict + " column 1: " + Conflict.WORDS;
        }
        int[] sign = fullWidth(text, line);
        if (sign.length > 0) {
            char written = text.split("\n", -1)[sign[0]].charAt(sign[1]);
            return file + " is no YAML," + place(sign[0], sign[1]) + ": " + FullWidth.words(written) + "; mend it";
        }
        return file + " is no YAML," + (at == null ? "" : place(line, at.getColumn())) + ": "
                + YamlWords.of(e, text, line, at == null ? 0 : at.getColumn()).replaceAll("\\s+", " ") + "; mend it";
    }

    private static String place(int line, int column) {
        return " line " + (line + 1) + " column " + (column + 1);
    }

    /** Line and column of a full-width sign near a line, from 0; empty where there is none: the parser often stops in the line below. */
    private static int[] fullWidth(String text, int line) {
        String[] lines = text.split("\n", -1);
        for (int i = Math.min(line, lines.length - 1); i >= Math.max(0, line - 1); i--) {
            int at = FullWidth.in(lines[i].replaceFirst("(^|\\s)#.*", ""));
            if (at >= 0) {
                return new int[] {i, at};
            }
        }
        return new int[0];
    }
}
