package org.simrelay.lifecycle;

import com.google.common.collect.Lists;
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
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Failures;
import org.simrelay.records.Ledger;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.ReplayedCards;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/**
 * Asks again for what failed: cards that are known in a sweep of just them, a page or what was not asked in a whole sweep of
 * its poll. What was then acknowledged is marked done.
 */
public final class Replay {

    /** Runs polls. */
    public interface Runner {
        /** Whether there is such a poll; not where it is switched off, or its file is gone. */
        boolean has(String poll);

        /** Whether nothing more is to be asked, because the command is being stopped. */
        boolean isStopping();

        /** Runs a poll's route once; gives the exchange that went through, with its sweep in the property "sweep". */
        Exchange run(String poll, Map<String, Object> properties);
    }

    private static final int MOST_IN_ONE = 500;

    private final Runner runner;
    private final Failures failures;
    private final Ledgers ledgers;

    public Replay(Runner runner, Failures failures, Ledgers ledgers) {
        this.runner = runner;
        this.failures = failures;
        this.ledgers = ledgers;
    }

    /**
     * Replays the failures, one poll after the other.
     *
     * @param at the moment of the call
     * @return how each poll's sweep ended, in order
     */
    public Map<String, SweepEnd> replay(List<OpenFailure> open, Instant at) {
        Map<String, List<OpenFailure>> byPoll = new LinkedHashMap<>();
        open.forEach(failure ->
                byPoll.computeIfAbsent(failure.poll(), p -> new ArrayList<>()).add(failure));
        Map<String, SweepEnd> ends = new LinkedHashMap<>();
        byPoll.forEach((poll, list) -> {
            if (!runner.has(poll)) {
                ends.put(
                        poll,
                        new SweepEnd(
                                SweepResult.PARTIAL,
                                list.size()
                                        + " failures passed over: there is no such poll here, or it is switched off"));
            } else if (!runner.isStopping()) {
                ends.put(poll, poll(poll, list, at));
            }
        });
        return ends;
    }

    private SweepEnd poll(String poll, List<OpenFailure> open, Instant at) {
        Set<String> cards = new TreeSet<>();
        open.forEach(failure -> {
            if (failure.cards() != null) {
                cards.addAll(failure.cards());
            }
        });
        ReplayedCards replayed = new ReplayedCards(cards);
        Map<String, Object> properties = new HashMap<>();
        properties.put("scheduledAt", at);
        properties.put(ReplayedCards.PROPERTY, replayed);
        boolean whole = open.stream().anyMatch(failure -> failure.cards() == null);
        Path inventory = whole ? null : inventory(cards);
        if (inventory != null) {
            properties.put("inventory", inventory);
        }
        try {
            Exchange exchange = runner.run(poll, properties);
            Sweep sweep = exchange.getProperty("sweep", Sweep.class);
            SweepEnd end = exchange.getProperty("end", SweepEnd.class);
            if (sweep == null
                    || end == null
                    || exchange.getProperty("unsent") != null
                    || exchange.getProperty("untold") != null) {
                return new SweepEnd(SweepResult.FAILED, "the replay's end could not be recorded");
            }
            return markDone(sweep, end, open, replayed)
                    ? end
                    : new SweepEnd(SweepResult.FAILED, "what was published could not be marked done");
        } finally {
            delete(inventory);
        }
    }

    /** Only what is known to have come through is done: each card acknowledged, or, where none is known, the whole sweep complete. */
    private boolean markDone(Sweep sweep, SweepEnd end, List<OpenFailure> open, ReplayedCards replayed) {
        List<LedgerEntry> done = new ArrayList<>();
        for (OpenFailure failure : open) {
            List<String> cards = failure.cards();
            boolean through =
                    (cards == null || cards.isEmpty()) ? end.result() == SweepResult.COMPLETE : replayed.hasAll(cards);
            if (through) {
                done.add(failures.done(sweep, failure.id(), failure.value()));
            }
        }
        // each stands for itself; a transaction of thousands would outlive its time-out
        boolean told = true;
        for (List<LedgerEntry> part : Lists.partition(done, MOST_IN_ONE)) {
            told &= ledgers.of(sweep.account().source()).commit(part) == Ledger.Said.TOLD;
        }
        return told;
    }

    private static Path inventory(Set<String> cards) {
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
