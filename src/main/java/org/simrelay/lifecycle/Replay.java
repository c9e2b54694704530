package org.simrelay.lifecycle;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simrelay.records.Failures;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.ReplayedCards;
import org.simrelay.records.Said;
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

        /** Whether the poll's vendor has such an account. */
        boolean hasAccount(String poll, String account);

        /** Whether nothing more is to be asked, because the command is being stopped. */
        boolean isStopping();

        /** Whether what a poll asks depends on when its sweep was due: each time is then replayed by itself. */
        boolean asksByTime(String poll);

        /** How many cards a request of the poll asks for; 0 where it asks for none by name. */
        int cardsPerRequest(String poll);

        /** Runs a poll once, to its end. */
        void run(String poll, PollRun run);
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
        Map<String, SweepEnd> ends = new LinkedHashMap<>();
        Instant next = at;
        for (ReplayGroup group : ReplayGroup.all(open, runner)) {
            if (!runner.has(group.poll()) || !runner.hasAccount(group.poll(), group.account())) {
                ends.put(
                        group.key(),
                        new SweepEnd(
                                SweepResult.PARTIAL,
                                group.failures().size()
                                        + " failures passed over: there is no such poll or account here, or it is"
                                        + " switched off"));
            } else if (!runner.isStopping()) {
                SweepEnd end = replay(group, next);
                ends.merge(group.key(), end, (one, other) -> one.result().compareTo(other.result()) < 0 ? other : one);
                // sweeps of one poll differ by their time
                next = next.plusMillis(1);
            }
        }
        return ends;
    }

    private SweepEnd replay(ReplayGroup group, Instant at) {
        Set<String> cards = group.cards();
        ReplayedCards replayed = new ReplayedCards(cards);
        ReplayInventory inventory = group.isWhole() ? null : ReplayInventory.of(cards);
        Instant due = group.due() == null ? at : group.due();
        PollRun run = PollRun.replay(
                at, group.account(), new AskedAgain(inventory == null ? null : inventory.file(), replayed, due));
        try {
            runner.run(group.poll(), run);
            Map.Entry<Sweep, SweepEnd> ended =
                    run.ends().entrySet().stream().findFirst().orElse(null);
            if (ended == null) {
                return new SweepEnd(SweepResult.FAILED, "the replay's end could not be recorded");
            }
            return markDone(ended.getKey(), ended.getValue(), group.failures(), replayed)
                    ? ended.getValue()
                    : new SweepEnd(SweepResult.FAILED, "what was published could not be marked done");
        } finally {
            if (inventory != null) {
                inventory.close();
            }
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
            told &= ledgers.of(sweep.account().source()).commit(part) == Said.TOLD;
        }
        return told;
    }
}
