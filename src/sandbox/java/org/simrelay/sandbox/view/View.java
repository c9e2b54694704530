package org.simrelay.sandbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a person sees of the sim.* topics: a few cards of each sweep, its progress and its end, and a summary each cycle. */
public final class View {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int POLLS = 6;
    private static final int REMEMBERED = 200;

    private final Screen screen;
    private final Clock clock;
    private final Duration cycle;
    private final Supplier<String> vendor;
    private final Map<String, SweepView> running = new LinkedHashMap<>();
    private final Map<String, Boolean> over = new LinkedHashMap<>();
    private final Totals all = new Totals();
    private Totals sinceSummary = new Totals();
    private Instant summaryAt;
    private int cycles;

    /**
     * A view that has seen nothing yet.
     *
     * @param clock for the time of each line, in its zone
     * @param cycle how often each poll runs: a summary comes when every poll had its turn, or after that time
     * @param vendor what the vendor saw, in a few words
     */
    public View(PrintStream out, Style style, Clock clock, Duration cycle, Supplier<String> vendor) {
        this.screen = new Screen(out, style, clock);
        this.clock = clock;
        this.cycle = cycle;
        this.vendor = vendor;
        this.summaryAt = clock.instant();
    }

    /** Takes records as they come, and shows what is worth it. */
    public void show(List<SimRecord> records) {
        records.forEach(this::show);
        Instant now = clock.instant();
        Iterator<Map.Entry<String, SweepView>> sweeps = running.entrySet().iterator();
        while (sweeps.hasNext()) {
            Map.Entry<String, SweepView> sweep = sweeps.next();
            sweep.getValue().progress(now);
            if (sweep.getValue().isOver(now, PATIENCE)) {
                sweeps.remove();
                over(sweep.getKey(), sweep.getValue().over());
            }
        }
        boolean wasLong = now.isAfter(summaryAt.plus(cycle).plus(PATIENCE));
        if (running.isEmpty() && (sinceSummary.polls() >= POLLS || (sinceSummary.polls() > 0 && wasLong))) {
            summary(now);
        }
    }

    /** Whether there was anything to show yet. */
    public boolean hasSeen() {
        return !running.isEmpty() || !over.isEmpty();
    }

    /** The last words: all sweeps since the start. */
    public void close() {
        screen.plain("");
        screen.plain(screen.style.outcome(all.worst(), "stopped") + "   " + all.sweepsText()
                + Screen.count(running.size(), "left open", "left open"));
        screen.plain("          " + all.cardsText() + "; " + all.requestsText());
        screen.plain("          " + vendor.get());
    }

    private void show(SimRecord record) {
        JsonNode value = record.value();
        if (record.isCard()) {
            String card = value.path("card").asText();
            all.card(card);
            sinceSummary.card(card);
        }
        String id = record.isCard() && record.sweep() != null
                ? record.sweep()
                : value.path("sweep").asText();
        if (id.isEmpty() || over.containsKey(id)) {
            return;
        }
        SweepView sweep = running.computeIfAbsent(id, i -> new SweepView(screen, i, clock.instant()));
        if (record.isCard()) {
            sweep.card(value);
        } else if (record.topic().equals(SimRecord.FAILURES)) {
            sweep.failure(value);
        } else if (value.path("phase").asText().equals("started")) {
            sweep.started(value);
        } else {
            sweep.ended(value, clock.instant());
        }
    }

    private void over(String id, JsonNode end) {
        all.sweep(end);
        sinceSummary.sweep(end);
        over.put(id, true);
        if (over.size() > REMEMBERED) {
            over.remove(over.keySet().iterator().next());
        }
    }

    private void summary(Instant now) {
        cycles++;
        Totals t = sinceSummary;
        screen.plain("");
        screen.plain(screen.style.outcome(t.worst(), "-- cycle " + cycles + " " + "-".repeat(70)));
        screen.plain("   " + t.sweepsText());
        screen.plain("   " + t.cardsText() + "; " + t.requestsText());
        screen.plain("   " + vendor.get());
        screen.plain("");
        sinceSummary = new Totals();
        summaryAt = now;
    }
}
