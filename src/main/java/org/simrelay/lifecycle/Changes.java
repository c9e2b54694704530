package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Said;
import org.simrelay.sweep.ChangeFilter;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepResult;

/**
 * Which values were acknowledged last, of polls that publish changes only; the others cost a look a sweep. Before such a sweep
 * publishes, Kafka knows that what it remembers is out of date; with its end, that it is right again. So one that was cut leaves
 * nothing known, and all is published once more. Thread-safe.
 */
public final class Changes {

    private final Ledgers ledgers;
    private final Clock clock;
    private final Map<String, KnownValues> known = new ConcurrentHashMap<>();
    private final Map<Sweep, Running> running = new ConcurrentHashMap<>();

    private record Running(KnownValues known, ChangeFilter filter, boolean full) {}

    public Changes(Ledgers ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * What earlier runs, or other processes, left in Kafka.
     *
     * @param whose the accounts to know it of, {@code /<vendor>/<account>}, none of whose sweeps runs here
     */
    public void restore(Map<String, ValueParts.Kept> remembered, Predicate<String> whose) {
        synchronized (known) {
            known.keySet().removeIf(key -> whose.test(SweepId.sourceOf(key)));
            remembered.forEach((key, kept) -> {
                if (whose.test(SweepId.sourceOf(key))) {
                    known.put(key, KnownValues.of(kept));
                }
            });
        }
    }

    /**
     * Another process has written for this account, and left this in Kafka; of its sweeps that run here nothing is known. None of
     * the account's begins or ends meanwhile, since its ledger takes nothing until this is done.
     *
     * @param account its source, {@code /<vendor>/<account>}
     */
    public void takenOver(String account, Map<String, ValueParts.Kept> remembered) {
        synchronized (known) {
            restore(remembered, account::equals);
            running.forEach((sweep, one) -> {
                if (sweep.account().source().equals(account)) {
                    one.known.lose();
                    known.put(sweep.id().key(), one.known);
                }
            });
        }
    }

    /**
     * From now on the sweep publishes what has changed, or all cards where that is due.
     *
     * @param everyNth of so many sweeps one publishes all
     * @param replay whether it asks again for what failed: it publishes all that it gets
     */
    public void begin(Sweep sweep, int everyNth, boolean replay) {
        KnownValues values;
        synchronized (known) {
            values = known.computeIfAbsent(sweep.id().key(), key -> new KnownValues());
            boolean full = !replay && values.isFullDue(everyNth);
            if (full && sweep.resumePoint().before().batch() == 0) {
                // cards that are not in the inventory any more go with it
                values.values().clear();
            }
            ChangeFilter filter = new ChangeFilter(values.values(), full || replay);
            running.put(sweep, new Running(values, filter, full));
            sweep.cardEvents().publishBy(filter);
        }
        commitOrStop(sweep, List.of(values.head(true).entry(sweep, clock.instant())));
    }

    /** The sweep publishes all cards, and remembers none: what was remembered of its poll is taken back first. */
    public void beginWithout(Sweep sweep) {
        KnownValues values = known.get(sweep.id().key());
        if (values == null) {
            return;
        }
        if (commitOrStop(sweep, values.none(sweep))) {
            known.remove(sweep.id().key());
        }
    }

    private boolean commitOrStop(Sweep sweep, List<LedgerEntry> entries) {
        boolean told = !sweep.stopped() && commit(sweep, entries);
        if (!told) {
            sweep.stop("Kafka did not take the sweep's records");
        }
        return told;
    }

    private boolean commit(Sweep sweep, List<LedgerEntry> entries) {
        // what is only remembered is something else of the sweep: these stand in the topic that remembers it
        return ledgers.of(sweep.account().source()).commit(entries) != Said.NOT_YET;
    }

    /** What is to be remembered of a sweep with its end; the values that are new in Kafka are committed before. */
    List<LedgerEntry> ended(Sweep sweep, SweepEnd end) {
        Running one = running.get(sweep);
        if (one != null && !sweep.id().replay()) {
            one.known.ended(one.full, end.result() != SweepResult.FAILED);
        }
        return left(sweep);
    }

    /** What is to be remembered of a sweep that the next run goes on with; nothing where the values before it did not commit. */
    List<LedgerEntry> left(Sweep sweep) {
        Running one = running.remove(sweep);
        if (one == null) {
            return List.of();
        }
        one.filter.close();
        KnownValues values = one.known;
        Instant now = clock.instant();
        return values.save(sweep, now, group -> commit(sweep, group))
                ? List.of(values.head(false).entry(sweep, now))
                : List.of();
    }

    /** The sweep says nothing more: another process goes on with it. */
    void forget(Sweep sweep) {
        Running one = running.remove(sweep);
        if (one != null) {
            one.filter.close();
            one.known.lose();
        }
    }
}
