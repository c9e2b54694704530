package org.simrelay.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries on their way into one transaction: each as it is, or what stands in for it since its topic refuses it. Nothing of a
 * sweep is told before what could not be told of it.
 */
final class LedgerBatch {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBatch.class);
    private static final int MOST_UNTOLD = 10_000;

    private final UntoldRecords untold;
    private final DoubtfulEntries doubtful;
    private final List<LedgerEntry> said;
    private final List<LedgerEntry> entries;
    private final List<Untold> remembered = new ArrayList<>();

    /**
     * Takes what is said.
     *
     * @param untold what could not be told before; changed by {@link #committed} alone
     * @param doubtful what Kafka may have already
     */
    LedgerBatch(List<LedgerEntry> said, UntoldRecords untold, DoubtfulEntries doubtful) {
        this.untold = untold;
        this.doubtful = doubtful;
        this.said = new ArrayList<>(said);
        this.entries = new ArrayList<>(said.stream().map(doubtful::form).toList());
        holdBackFrom(0);
    }

    /** What is to be committed now. */
    List<LedgerEntry> entries() {
        return entries;
    }

    /**
     * Its topic refuses the entry at this place for good: a smaller one follows, or what remembers it. False when nothing can: what
     * remembers it is refused too, or too much is remembered already.
     *
     * @throws RuntimeException when it is to be known whether Kafka has it already, and cannot be now
     */
    boolean refused(int index, @Nullable Throwable why) {
        LedgerEntry entry = entries.get(index);
        if (doubtful.contains(said.get(index))) {
            dropStanding(entry.topic());
            return true;
        }
        if (entry.isAid() && entry.event() != null) {
            // a part that is missing makes all of them unknown, which is no lie
            LOG.warn(
                    "{} refuses what is remembered as {} for good ({}); the next start does not know it",
                    entry.topic(),
                    entry.key(),
                    why == null ? "" : why.getMessage());
            entries.set(index, entry.takenBack());
            return true;
        }
        LedgerEntry smaller = why instanceof RecordTooLargeException ? entry.smaller() : null;
        LOG.error(
                "{} refuses a record for good ({}): {}",
                entry.topic(),
                why == null ? "" : why.getMessage(),
                entry.text());
        if (smaller != null) {
            entries.set(index, smaller);
        } else if (entry.isLetGo()) {
            // it stands there a while longer
            drop(index);
        } else if (entry.isRemembered() || untold.size() + remembered.size() >= MOST_UNTOLD) {
            return false;
        } else {
            remember(index);
            holdBackFrom(index + 1);
        }
        return true;
    }

    /** It is committed: what stands in for others is remembered in Kafka from now on. */
    void committed() {
        doubtful.settle(said);
        remembered.forEach(untold::add);
    }

    /** Kafka may have it. */
    void inDoubt() {
        doubtful.add(said, entries);
    }

    private void dropStanding(String topic) {
        Set<LedgerEntry> standing = doubtful.standing(topic, said);
        for (int i = said.size() - 1; i >= 0; i--) {
            if (standing.contains(said.get(i))) {
                drop(i);
            }
        }
    }

    private void drop(int index) {
        said.remove(index);
        entries.remove(index);
    }

    private void holdBackFrom(int first) {
        for (int i = first; i < entries.size(); i++) {
            LedgerEntry entry = entries.get(i);
            if (!entry.isRemembered() && !entry.isLetGo() && isHeld(entry.sweep())) {
                remember(i);
            }
        }
    }

    private boolean isHeld(String sweep) {
        return untold.holds(sweep)
                || remembered.stream().anyMatch(u -> u.entry().sweep().equals(sweep));
    }

    private void remember(int index) {
        Untold instead = untold.of(entries.get(index));
        remembered.add(instead);
        entries.set(index, instead.remembered());
    }
}
