package org.simrelay.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.simrelay.records.Ledger.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Groups of entries that are kept in memory until Kafka has them, in order and not without a bound. For one thread. */
final class KeptGroups {

    private static final Logger LOG = LoggerFactory.getLogger(KeptGroups.class);

    private static final int MOST_KEPT = 10_000;
    private static final int MOST_IN_ONE = 500;

    /** Entries of one sweep that commit together, and who waits for that. */
    record Group(List<LedgerEntry> entries, CompletableFuture<Said> said) {
        String sweep() {
            return entries.get(0).sweep();
        }
    }

    private final String account;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Set<String> abandoned = new HashSet<>();
    private int kept;

    /** @param account for the log */
    KeptGroups(String account) {
        this.account = account;
    }

    /** Keeps it as the last, unless its sweep was given up. */
    void add(Group group) {
        if (abandoned.contains(group.sweep())) {
            group.said().complete(Said.NOT_YET);
            return;
        }
        groups.addLast(group);
        kept += group.entries().size();
        while (kept > MOST_KEPT && groups.size() > 1) {
            giveUpOldest();
        }
    }

    /** With the oldest goes all of its sweep: its last checkpoint in Kafka stands, and the next start ends or resumes it. */
    private void giveUpOldest() {
        String sweep = groups.getFirst().sweep();
        abandoned.add(sweep);
        LOG.error("{}: {} is given up after {} records were kept for Kafka", account, sweep, MOST_KEPT);
        drop(sweep::equals);
    }

    /** The first ones that may share a transaction. */
    List<Group> head() {
        List<Group> next = new ArrayList<>();
        int entries = 0;
        for (Group group : groups) {
            entries += group.entries().size();
            if (!next.isEmpty() && entries > MOST_IN_ONE) {
                break;
            }
            next.add(group);
        }
        return next;
    }

    boolean containsAll(List<Group> some) {
        return groups.containsAll(some);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** It is written; one that was given up meanwhile stands here no more. */
    void remove(Group group) {
        if (groups.removeFirstOccurrence(group)) {
            kept -= group.entries().size();
        }
    }

    /** Nothing more is said of these sweeps. */
    void drop(Predicate<String> sweeps) {
        groups.removeIf(group -> {
            boolean over = sweeps.test(group.sweep());
            if (over) {
                kept -= group.entries().size();
                group.said().complete(Said.NOT_YET);
                group.entries().forEach(entry -> LOG.warn("{}: not said: {}", account, entry.text()));
            }
            return over;
        });
    }

    /** Whoever waits is told that nothing is committed yet. */
    void release() {
        groups.forEach(group -> group.said().complete(Said.NOT_YET));
    }

    void clear() {
        groups.clear();
        kept = 0;
    }
}
