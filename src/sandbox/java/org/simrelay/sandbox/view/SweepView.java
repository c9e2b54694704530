package org.simrelay.sandbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sweep as it runs: its cards are counted as they come, a few of them are shown. */
final class SweepView {
    private static final int OK_SHOWN = 2;
    private static final int FAILURES_SHOWN = 4;
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(3);
    private static final int BAR = 24;

    private final Screen screen;
    private final String poll;
    private final Map<String, Integer> shown = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean started;
    private long expected = -1;
    private long seen;
    private long seenAtProgress;
    private int failures;
    private Instant progressAt;
    private @Nullable JsonNode end;
    private @Nullable Instant endSeen;

    SweepView(Screen screen, String id, Instant now) {
        this.screen = screen;
        int at = id.indexOf('@');
        this.poll = at < 0 ? id : id.substring(0, at);
        this.progressAt = now;
    }

    void started(JsonNode value) {
        expected = value.path("expected").asLong(-1);
        String cards =
                expected >= 0 ? Screen.number(expected) + " cards to ask about" : "how many cards is not known yet";
        screen.line("started", poll, cards, screen.style::bold);
        started = true;
        tellHeld();
    }

    void card(JsonNode value) {
        seen++;
        String result = value.path("result").asText("ok");
        int most = result.equals("ok") ? OK_SHOWN : 1;
        if (shown.merge(result, 1, Integer::sum) <= most) {
            tell(() -> screen.line("  card", poll, CardText.of(value), screen.style::dim));
        }
    }

    void failure(JsonNode value) {
        failures++;
        if (failures <= FAILURES_SHOWN) {
            tell(() -> screen.line("  fail", poll, FailureText.of(value), screen.style::red));
        } else if (failures == FAILURES_SHOWN + 1) {
            tell(() -> screen.line("  fail", poll, "… and more, all in sim.failures", screen.style::red));
        }
    }

    void ended(JsonNode value, Instant now) {
        end = value;
        endSeen = now;
    }

    /** Whether its end can be told: all its cards have been read, or enough time has gone for them to come. */
    boolean isOver(Instant now, Duration patience) {
        return end != null
                && endSeen != null
                && (seen >= end.path("published").asLong() || now.isAfter(endSeen.plus(patience)));
    }

    void progress(Instant now) {
        if (seen == seenAtProgress || end != null || now.isBefore(progressAt.plus(PROGRESS_EVERY))) {
            return;
        }
        started = true;
        tellHeld();
        progressAt = now;
        seenAtProgress = seen;
        String count = Screen.number(seen);
        if (expected > 0) {
            int done = (int) Math.min(BAR, seen * BAR / expected);
            String bar = "#".repeat(done) + "·".repeat(BAR - done);
            count = bar + " " + count + " of " + Screen.number(expected) + " (" + seen * 100 / expected + " %)";
        } else {
            count += " cards";
        }
        screen.line("  …", poll, count, screen.style::dim);
    }

    /** Tells its end. */
    JsonNode over() {
        tellHeld();
        JsonNode value = end == null ? MissingNode.getInstance() : end;
        EndText.tell(screen, poll, value);
        return value;
    }

    /** What is told of a sweep waits for its start, which comes by another topic and may be read later. */
    private void tell(Runnable line) {
        held.add(line);
        if (started) {
            tellHeld();
        }
    }

    private void tellHeld() {
        held.forEach(Runnable::run);
        held.clear();
    }
}
