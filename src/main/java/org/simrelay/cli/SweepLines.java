package org.simrelay.cli;

import java.util.Locale;
import org.simrelay.mask.Cards;
import org.simrelay.sweep.SweepEnd;

/** How a sweep's end is shown on the console. */
final class SweepLines {

    private SweepLines() {}

    static String line(String poll, SweepEnd end) {
        // a vendor's words may hold card numbers
        String reason = end.reason() == null ? "" : ": " + Cards.hiddenInLine(end.reason());
        return String.format(Locale.ROOT, "%-20s %s%s", poll, end.result().word(), reason);
    }
}
