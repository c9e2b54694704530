package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.simrelay.steps.JudgeReply;

/** Looks at the tables of codes: by one without "ok" each reply would be a failure. */
final class CodeTables {

    private static final Pattern OK = Pattern.compile("(?m)^\\s*(ok|empty)\\s*:");

    private CodeTables() {}

    /** What is wrong: messages with file, line and remedy. */
    static List<String> problems(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        for (BeanText table : file.beans()) {
            BeanText.Property codes = table.property("codes");
            String otherwise = String.valueOf(table.value("otherwise"));
            if (table.is(JudgeReply.class)
                    && codes != null
                    && !codes.value().contains("{{")
                    && !OK.matcher(codes.value()).find()
                    && !otherwise.matches("ok|empty")) {
                wrong.add(file.path() + " line " + codes.line() + ": codes: no code is ok, so that each reply would be"
                        + " a failure; add a line such as \"ok: 0\"");
            }
        }
        return wrong;
    }
}
