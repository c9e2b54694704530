package org.simrelay.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simrelay.lifecycle.FailureGroups.Group;
import org.simrelay.mask.Cards;
import org.simrelay.mask.Mask;

/** Open failures as a table of at most 100 columns, a line a poll and reason. */
final class FailureTable {

    private static final int POLL = 28;
    private static final int REASON = 40;

    private FailureTable() {}

    static List<String> lines(List<Group> groups, Instant now) {
        List<String> lines = new ArrayList<>();
        if (!groups.isEmpty()) {
            lines.add(line("POLL", "REASON", "FAILURES", "CARDS", "OLDEST"));
        }
        long failures = 0;
        long cards = 0;
        long untold = 0;
        for (Group group : groups) {
            Instant oldest = group.oldest();
            lines.add(line(
                    group.poll(),
                    // a vendor's words may hold card numbers, and masks come before cuts
                    Mask.line(Cards.hiddenInLine(group.reason())),
                    String.valueOf(group.failures()),
                    group.untold() == 0 ? String.valueOf(group.cards()) : group.cards() + "+?",
                    oldest == null ? "?" : age(Duration.between(oldest, now))));
            failures += group.failures();
            cards += group.cards();
            untold += group.untold();
        }
        lines.add(failures + " open failures, " + cards + " cards"
                + (untold == 0 ? "" : "; " + untold + " failures do not tell how many"));
        return lines;
    }

    private static String line(String poll, String reason, String failures, String cards, String oldest) {
        return (fit(poll, POLL) + " " + fit(reason, REASON) + " "
                        + String.format(Locale.ROOT, "%8s %9s %8s", failures, cards, oldest))
                .stripTrailing();
    }

    /** So many columns, whatever the text: a Chinese character takes two. */
    private static String fit(String text, int columns) {
        StringBuilder shown = new StringBuilder();
        int used = 0;
        int at = 0;
        int total = text.codePoints().map(FailureTable::width).sum();
        int most = total > columns ? columns - 1 : columns;
        while (at < text.length() && used + width(text.codePointAt(at)) <= most) {
            used += width(text.codePointAt(at));
            shown.appendCodePoint(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        if (at < text.length()) {
            shown.append('…');
            used++;
        }
        return shown.append(" ".repeat(columns - used)).toString();
    }

    private static int width(int character) {
        return character >= 0x1100 && (Character.isIdeographic(character) || character >= 0xac00 || character <= 0x115f)
                ? 2
                : 1;
    }

    private static String age(Duration age) {
        if (age.toDays() >= 2) {
            return age.toDays() + " d";
        }
        if (age.toHours() >= 2) {
            return age.toHours() + " h";
        }
        return Math.max(0, age.toMinutes()) + " min";
    }
}
