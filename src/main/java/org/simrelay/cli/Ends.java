package org.simrelay.cli;

import java.util.Locale;
import org.simrelay.sweep.SweepEnd;

/** How a sweep's end is shown on the console. */
final class Ends {

    private Ends() {}

    static String line(String poll, SweepEnd end) {
        // card numbers are personal data: a vendor's words may hold them
        String reason = end.reason() == null ? "" : ": " + end.reason().replaceAll("\\d{6,}(\\d{4})", "****$1");
        return String.format(Locale.ROOT, "%-20s %s%s", poll, end.outcome().word(), reason);
    }
}
