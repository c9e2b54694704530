package org.simrelay.records;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What of one account's ledger waits to be written: said by many threads, written by one, until it is suspended or closed. */
final class LedgerQueue {

    private static final long IDLE_MILLIS = 1_000;

    private final KeptGroups groups;
    private final RefusedPolls refused;
    private final Semaphore signals = new Semaphore(0);
    private boolean away;
    private boolean suspended;
    private boolean closing;

    /** @param nanos a monotonic clock */
    LedgerQueue(String account, LongSupplier nanos) {
        this.groups = new KeptGroups(account);
        this.refused = new RefusedPolls(nanos);
    }

    /** Takes entries that commit together; gives what becomes of them, at once where Kafka is away. */
    synchronized CompletableFuture<Said> add(List<LedgerEntry> entries) {
        CompletableFuture<Said> said = new CompletableFuture<>();
        if (suspended || entries.isEmpty()) {
            said.complete(suspended ? Said.NOT_YET : Said.TOLD);
            return said;
        }
        for (LedgerGroup group : LedgerGroup.of(entries, said)) {
            groups.add(group);
            refused.soon(group.poll());
        }
        if (away) {
            said.complete(Said.NOT_YET);
        }
        wake();
        return said;
    }

    /** The {@code ce_id}s of what waits. */
    synchronized Set<String> ids() {
        return groups.ids();
    }

    /** Whoever waits in {@link #next} looks again. */
    void wake() {
        signals.release();
    }

    /** Waits for groups that may share a transaction; none when there is nothing to say, null when it is over. */
    @Nullable List<LedgerGroup> next() throws InterruptedException {
        if (isOver()) {
            return null;
        }
        if (signals.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
        synchronized (this) {
            return groups.head(refused);
        }
    }

    private synchronized boolean isOver() {
        return suspended || (closing && groups.isEmpty());
    }

    /** Whether these are still to be written, and now. */
    synchronized boolean isDue(List<LedgerGroup> next) {
        return groups.containsAll(next) && next.stream().map(LedgerGroup::poll).noneMatch(refused::isWaiting);
    }

    /**
     * These are committed, and Kafka is there.
     *
     * @param remembered whether something of a sweep is only remembered
     */
    synchronized void committed(List<LedgerGroup> done, Predicate<String> remembered) {
        away = false;
        for (LedgerGroup group : done) {
            groups.remove(group);
            refused.taken(group.poll());
            group.said().complete(remembered.test(group.sweep()) ? Said.REMEMBERED : Said.TOLD);
        }
        wakeIfDue();
    }

    private void wakeIfDue() {
        if (!groups.head(refused).isEmpty()) {
            wake();
        }
    }

    /**
     * Kafka is there, and takes neither this nor what remembers it. All of its poll waits: a later sweep must not take the place of one
     * whose end is not told.
     */
    synchronized void refused(LedgerGroup first) {
        away = false;
        refused.refused(first.poll());
        Predicate<LedgerGroup> samePoll = group -> group.poll().equals(first.poll());
        groups.release(samePoll);
        if (closing) {
            // its place stands open as it was, and the next start ends or resumes it
            groups.drop(samePoll);
        }
        wakeIfDue();
    }

    /** Kafka is there, and tells that another process has ended these sweeps: nothing more is said of them. */
    synchronized void answered(Predicate<String> ended) {
        away = false;
        groups.drop(group -> ended.test(group.sweep()));
    }

    /** Kafka is away: nobody waits for it. */
    synchronized void isAway() {
        away = true;
        groups.release(group -> true);
        if (closing) {
            // who closes has waited for the ends already; what is lost here stands open in the last checkpoint
            groups.clear();
        }
    }

    /** Another process has the account for good. */
    synchronized void suspend() {
        suspended = true;
        groups.release(group -> true);
        groups.clear();
    }

    synchronized boolean isSuspended() {
        return suspended;
    }

    /** It is over when what waits is written or was tried once more, or Kafka is away. */
    void close() {
        synchronized (this) {
            closing = true;
            refused.allSoon();
        }
        wake();
    }
}
