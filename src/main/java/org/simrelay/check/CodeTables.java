package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.simrelay.steps.JudgeReply;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Looks at the tables of codes: by one without "ok" each reply would be a failure. */
final class CodeTables {

    private static final Pattern OK = Pattern.compile("(?m)^\\s*(ok|empty)\\s*:");

    private static final String OUTCOMES = "(ok|empty|transient|later|quota|reauth|denied|rejected|batch|card|unknown)";
    private static final Pattern RANGE = Pattern.compile("[0-9]+ *(-|~|\\.\\.) *[0-9]+");

    private CodeTables() {}

    /** What is wrong: messages with file, line and remedy. */
    static List<String> problems(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        for (BeanText table : file.beans()) {
            BeanText.Property codes = table.property("codes");
            if (table.is(JudgeReply.class) && codes != null && !codes.value().contains("{{")) {
                codes(file, codes, wrong);
            }
            String otherwise = String.valueOf(table.value("otherwise"));
            if (table.is(JudgeReply.class)
                    && codes != null
                    && codes.node() instanceof ScalarNode
                    && !codes.value().contains("{{")
                    && !OK.matcher(codes.value()).find()
                    && !otherwise.matches("ok|empty")) {
                wrong.add(file.path() + " line " + codes.line() + ": codes: no code is ok, so that each reply would be"
                        + " a failure; add a line such as \"ok: 0\"");
            }
        }
        return wrong;
    }

    /** Codes that no vendor sends: they would be compared as they stand, and never be met. */
    private static void codes(RouteFile file, BeanText.Property codes, List<String> wrong) {
        String[] lines = codes.value().split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int colon = line.indexOf(':');
            String written = colon < 0 ? "" : line.substring(colon + 1).strip();
            String said = slip(line.strip(), written, colon > 0);
            if (!said.isEmpty()) {
                wrong.add(file.path() + " line " + line(file, codes, line.strip()) + ": codes: " + said
                        + (said.contains("; ") ? "" : "; mend it"));
            }
        }
    }

    /** What is wrong with one line; empty where nothing is. */
    private static String slip(String line, String written, boolean hasOutcome) {
        String noCode = Stream.of(written.split("[ ,]+", -1))
                .filter(code -> code.startsWith("#") || code.matches(OUTCOMES + ":?"))
                .findFirst()
                .orElse("");
        if (noCode.startsWith("#")) {
            return "a # begins no comment here, and what follows would be codes; remove it";
        }
        if (!noCode.isEmpty() && hasOutcome) {
            return noCode
                    + " is an outcome and stands among codes; write each outcome in a line of its own, below codes: |";
        }
        int at = FullWidth.in(written);
        if (at >= 0) {
            return FullWidth.words(written.charAt(at));
        }
        if (written.matches(".*[\"'].*")) {
            return "a code stands without quotes, whatever it is in a reply";
        }
        Matcher range = RANGE.matcher(written);
        if (range.find()) {
            return range.group() + " is no range but one code; write each code, with a blank between";
        }
        return hasOutcome && written.isEmpty() ? "no code stands behind " + line + "; add one, or remove the line" : "";
    }

    /** Where a line of the table stands. */
    private static int line(RouteFile file, BeanText.Property codes, String written) {
        List<String> lines = file.text().lines().toList();
        for (int line = codes.line(); line < lines.size(); line++) {
            if (lines.get(line).strip().equals(written)) {
                return line + 1;
            }
        }
        return codes.line();
    }
}
