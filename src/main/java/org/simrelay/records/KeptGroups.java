package org.simrelay.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Groups of entries that are kept in memory until Kafka has them, in order and not without a bound. For one thread. */
final class KeptGroups {

    private static final Logger LOG = LoggerFactory.getLogger(KeptGroups.class);

    private static final int MOST_KEPT = 10_000;
    private static final int MOST_IN_ONE = 500;

    private final String account;
    private final Deque<LedgerGroup> groups = new ArrayDeque<>();
    private final Set<String> abandoned = new HashSet<>();
    private int kept;

    /** @param account for the log */
    KeptGroups(String account) {
        this.account = account;
    }

    /** Keeps it as the last, unless its sweep was given up. */
    void add(LedgerGroup group) {
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
        drop(group -> group.sweep().equals(sweep));
    }

    /** The first ones that may share a transaction: one of a poll that was refused goes alone, and none of one that waits. */
    List<LedgerGroup> head(RefusedPolls refused) {
        List<LedgerGroup> next = new ArrayList<>();
        int entries = 0;
        for (LedgerGroup group : groups) {
            if (refused.has(group.poll())) {
                if (next.isEmpty() && !refused.isWaiting(group.poll())) {
                    return List.of(group);
                }
                continue;
            }
            entries += group.entries().size();
            if (!next.isEmpty() && entries > MOST_IN_ONE) {
                break;
            }
            next.add(group);
        }
        return next;
    }

    boolean containsAll(List<LedgerGroup> some) {
        return groups.containsAll(some);
    }

    /** The {@code ce_id}s of all. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (LedgerGroup group : groups) {
            group.entries().stream()
                    .map(LedgerEntry::event)
                    .filter(Objects::nonNull)
                    .forEach(event -> ids.add(event.id()));
        }
        return ids;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** It is written; one that was given up meanwhile stands here no more. */
    void remove(LedgerGroup group) {
        if (groups.removeFirstOccurrence(group)) {
            kept -= group.entries().size();
        }
    }

    /** These are not said any more. */
    void drop(Predicate<LedgerGroup> some) {
        groups.removeIf(group -> {
            boolean over = some.test(group);
            if (over) {
                kept -= group.entries().size();
                group.said().complete(Said.NOT_YET);
                group.entries().forEach(entry -> LOG.warn("{}: not said: {}", account, entry.text()));
            }
            return over;
        });
    }

    /** Whoever waits for one of these is told that it is not committed yet. */
    void release(Predicate<LedgerGroup> some) {
        groups.stream().filter(some).forEach(group -> group.said().complete(Said.NOT_YET));
    }

    void clear() {
        groups.clear();
        kept = 0;
    }
}
