package org.simrelay.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Visible;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Owner;
import org.simrelay.status.PollStatus;
import org.simrelay.status.SweepFact;

/** What Kafka says of all polls, a line each, in columns. */
final class StatusTable {

    private static final String NOTHING = "–";
    private static final List<String> HEAD =
            List.of("POLL", "LAST COMPLETE", "AGE", "LAST END", "OPEN FAILURES", "RUNNING", "OWNER", "REASON");

    private StatusTable() {}

    /** The lines, the head first; each column as wide as its widest cell. */
    static List<String> of(List<PollStatus> polls, Instant now) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        polls.forEach(poll -> rows.add(row(poll, now)));
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private static List<String> row(PollStatus poll, Instant now) {
        Instant complete = poll.completeAt();
        SweepFact end = poll.history().end();
        String reason = end == null ? null : StatusJson.reason(end);
        return List.of(
                poll.here() ? poll.key() : poll.key() + " (not here)",
                complete == null ? NOTHING : seconds(complete),
                age(poll.age(now)),
                end == null ? NOTHING : end.outcome() + " " + seconds(end.at()),
                open(poll),
                running(poll.running()),
                owner(poll.owner()),
                reason == null ? "" : reason);
    }

    private static String owner(@Nullable Owner owner) {
        return owner == null ? NOTHING : Visible.line(owner.address() + " (" + owner.instance() + ")");
    }

    private static String open(PollStatus poll) {
        return poll.open().failures() == 0
                ? "0"
                : poll.open().failures()
                        + (poll.open().cards() == 0 ? "" : " (" + poll.open().cards() + " cards)");
    }

    private static String running(@Nullable Checkpoint running) {
        if (running == null) {
            return NOTHING;
        }
        Long expected = running.expected();
        return "since " + seconds(running.startedAt()) + ", " + (running.acknowledged() + running.unchanged())
                + (expected == null ? "" : " of " + expected);
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    static String age(@Nullable Duration age) {
        if (age == null) {
            return NOTHING;
        }
        long days = age.toDays();
        return days > 0
                ? days + "d" + age.toHoursPart() + "h"
                : age.toHours() > 0
                        ? age.toHours() + "h" + age.toMinutesPart() + "m"
                        : age.toMinutes() > 0
                                ? age.toMinutes() + "m" + age.toSecondsPart() + "s"
                                : age.toSeconds() + "s";
    }
}
