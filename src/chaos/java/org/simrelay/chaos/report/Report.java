package org.simrelay.chaos.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.simrelay.chaos.grammar.Story;
import org.simrelay.chaos.judge.Finding;

/** Says what was played and what was found; safe for threads. */
public final class Report {
    private static final int MOST_KEPT = 8_000;

    private final PrintStream out;
    private final StringBuilder found = new StringBuilder();

    public Report(PrintStream out) {
        this.out = out;
    }

    /** A story without a finding: one line. */
    public synchronized void good(Story story, Duration took) {
        out.printf(
                "ok    seed %d, %d s, %d steps: %s%n",
                story.seed(), took.toSeconds(), story.steps().size(), kinds(story));
        out.flush();
    }

    /** A story with findings, in full. */
    public synchronized void bad(Story story, List<Finding> findings, String how) {
        StringBuilder text = new StringBuilder(String.format("FOUND seed %d, %s%n%s%n", story.seed(), how, story));
        findings.forEach(f -> text.append("  ! ").append(f).append(System.lineSeparator()));
        keep(text);
        out.print(text);
        out.flush();
    }

    private void keep(CharSequence text) {
        found.append(text, 0, Math.min(text.length(), Math.max(0, MOST_KEPT - found.length())));
    }

    /** The stories with findings in full, and what was said besides, up to some thousand characters. */
    public synchronized String found() {
        return found.toString();
    }

    /** A story that could not be played, since what it is played in broke. */
    public synchronized void broken(Story story, Exception why) {
        String text = String.valueOf(why.getMessage());
        out.printf(
                "UNPLAYED seed %d: %s: %s%n",
                story.seed(), why.getClass().getSimpleName(), text.substring(0, Math.min(600, text.length())));
        out.flush();
    }

    public synchronized void say(String text) {
        keep(text + System.lineSeparator());
        out.println(text);
        out.flush();
    }

    private static List<String> kinds(Story story) {
        return story.steps().stream().map(s -> s.act().kind()).toList();
    }
}
