package org.simrelay.check;

import java.util.List;

/** The marks that a merge leaves in a file where it could not choose. */
final class Conflict {

    static final String WORDS = "the marks of a merge stand here; take one side of what they mark, and remove them";

    private Conflict() {}

    /** The line of the first, from 1; 0 where there is none. */
    static int line(String text) {
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).matches("<{7}( .*)?|>{7}( .*)?")) {
                return line + 1;
            }
        }
        return 0;
    }
}
