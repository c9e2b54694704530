package org.simrelay.cli;

import java.util.Locale;
import org.simrelay.sweep.SweepEnd;

/** How a sweep's end is shown on the console. */
final class Ends {

    private Ends() {}

    static String line(String poll, SweepEnd end) {
        String reason = end.reason() == null ? "" : ": " + end.reason();
        return String.format(Locale.ROOT, "%-20s %s%s", poll, end.outcome().word(), reason);
    }
}
