package org.simrelay.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.FailedCards;
import org.simrelay.records.Failures;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;

/**
 * Asks again for what failed: cards that are known in a sweep of just them, a page or what was not asked in a whole sweep of
 * its poll. What was then published is marked done.
 */
public final class Replay {

    /** Runs a poll's route once. */
    @FunctionalInterface
    public interface Runner {
        /** Gives the exchange that went through, with its sweep in the property "sweep". */
        Exchange run(String poll, Map<String, Object> properties);
    }

    private final Runner runner;
    private final Failures failures;

    public Replay(Runner runner, Failures failures) {
        this.runner = runner;
        this.failures = failures;
    }

    /**
     * Replays the failures, one poll after the other.
     *
     * @param at the moment of the call
     * @return how each poll's sweep ended, in order
     */
    public Map<String, SweepEnd> of(List<OpenFailure> open, Instant at) {
        Map<String, List<OpenFailure>> byPoll = new LinkedHashMap<>();
        open.forEach(failure ->
                byPoll.computeIfAbsent(failure.poll(), p -> new ArrayList<>()).add(failure));
        Map<String, SweepEnd> ends = new LinkedHashMap<>();
        byPoll.forEach((poll, list) -> ends.put(poll, poll(poll, list, at)));
        return ends;
    }

    private SweepEnd poll(String poll, List<OpenFailure> open, Instant at) {
        FailedCards failedAgain = new FailedCards();
        Map<String, Object> properties = new HashMap<>();
        properties.put("scheduledAt", at);
        properties.put("failedCards", failedAgain);
        boolean whole = open.stream().anyMatch(failure -> failure.cards() == null);
        Path cards = whole ? null : inventory(open);
        if (cards != null) {
            properties.put("inventory", cards);
        }
        try {
            Exchange exchange = runner.run(poll, properties);
            Sweep sweep = exchange.getProperty("sweep", Sweep.class);
            SweepEnd end = exchange.getProperty("end", SweepEnd.class);
            if (sweep == null || end == null) {
                return new SweepEnd(SweepEnd.Outcome.FAILED, "the replay's end could not be recorded");
            }
            markDone(exchange, sweep, end, open, failedAgain);
            return end;
        } finally {
            delete(cards);
        }
    }

    private void markDone(
            Exchange exchange, Sweep sweep, SweepEnd end, List<OpenFailure> open, FailedCards failedAgain) {
        boolean complete = end.outcome() == SweepEnd.Outcome.COMPLETE;
        List<Message> done = new ArrayList<>();
        for (OpenFailure failure : open) {
            List<String> cards = failure.cards();
            // where the sweep stopped short, only a failure whose cards are known to have come through is done
            boolean through = complete
                    || (end.outcome() == SweepEnd.Outcome.PARTIAL && cards != null && failedAgain.holdsNoneOf(cards));
            if (through) {
                done.add(failures.done(exchange.getContext(), sweep, failure.id(), failure.value()));
            }
        }
        if (!done.isEmpty()) {
            exchange.getContext()
                    .createFluentProducerTemplate()
                    .withBody(done)
                    .to("direct:record")
                    .send();
        }
    }

    private static Path inventory(List<OpenFailure> open) {
        Set<String> cards = new TreeSet<>();
        open.forEach(failure -> cards.addAll(Objects.requireNonNull(failure.cards())));
        try {
            return Files.write(Files.createTempFile("simrelay-replay", ".csv"), cards);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
