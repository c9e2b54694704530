package org.simrelay.records;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger of one account: what is said of its sweeps, and what is remembered of them, in the order it was said. What is handed
 * in together commits together or not at all. While Kafka is away it waits in memory, bounded, and follows in order.
 */
public final class Ledger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private static final int MOST_KEPT = 10_000;
    private static final int MOST_IN_ONE = 500;
    private static final long MOST_WAIT_SECONDS = 20;
    private static final long IDLE_MILLIS = 1_000;

    /** What became of entries. */
    public enum Said {
        /** They are committed. */
        TOLD,
        /** Some are refused by their topics, and remembered in their place. */
        REMEMBERED,
        /** Kafka is away and they are kept, or another process has the account. */
        NOT_YET
    }

    /** Entries that commit together. */
    private record Group(List<LedgerEntry> entries, CompletableFuture<Said> said) {
        private String sweep() {
            return entries.get(0).sweep();
        }
    }

    private final String account;
    private final LedgerWriter writer;
    private final Takeover takeover;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Set<String> abandoned = new HashSet<>();
    private final Semaphore signals = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean lookAround;
    private int kept;
    private boolean away;
    private boolean suspended;
    private boolean closing;

    Ledger(String account, LedgerWriter writer, Takeover takeover) {
        this.account = account;
        this.takeover = takeover;
        this.writer = writer;
        this.thread = new Thread(this::work, "ledger-" + account);
        thread.setDaemon(true);
    }

    /** Begins to write. */
    void start() {
        thread.start();
    }

    /**
     * Fences whoever wrote this account's ledger before, so that what is read from now on is all there is.
     *
     * @throws LedgerException when Kafka does not grant it within some ten seconds
     */
    public void fence() throws LedgerException {
        writer.fence();
    }

    /** How often it fences again when another process took the account, before it suspends it. */
    void fencesAgain(int times) {
        writer.fencesAgain(times);
    }

    /** What a former process could not tell follows from here. */
    public void restore(Collection<Untold> untold) {
        writer.restore(untold);
    }

    /** Says these together, in their turn, without waiting. */
    public void append(List<LedgerEntry> entries) {
        var unused = enqueue(entries);
    }

    /**
     * Says these together and waits for the commit.
     *
     * @return what became of them within 20 s; what is not committed then may follow
     */
    public Said commit(List<LedgerEntry> entries) {
        CompletableFuture<Said> said = enqueue(entries);
        try {
            return said.get(MOST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Said.NOT_YET;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Said.NOT_YET;
        }
    }

    /** Whether another process has taken this account. */
    public synchronized boolean isSuspended() {
        return suspended;
    }

    private synchronized CompletableFuture<Said> enqueue(List<LedgerEntry> entries) {
        CompletableFuture<Said> said = new CompletableFuture<>();
        if (suspended || entries.isEmpty()) {
            said.complete(suspended ? Said.NOT_YET : Said.TOLD);
            return said;
        }
        Group group = new Group(List.copyOf(entries), said);
        if (abandoned.contains(group.sweep())) {
            said.complete(Said.NOT_YET);
            return said;
        }
        groups.addLast(group);
        kept += entries.size();
        giveUpOldest();
        if (away) {
            said.complete(Said.NOT_YET);
        }
        signals.release();
        return said;
    }

    /** With the oldest goes all of its sweep: its last checkpoint in Kafka stands, and the next start ends or resumes it. */
    private void giveUpOldest() {
        while (kept > MOST_KEPT && groups.size() > 1) {
            String sweep = groups.getFirst().sweep();
            abandoned.add(sweep);
            LOG.error("{}: {} is given up after {} records were kept for Kafka", account, sweep, MOST_KEPT);
            drop(sweep::equals);
        }
    }

    private void work() {
        try {
            for (List<Group> next = next(); next != null; next = next()) {
                if (lookAround && !lookedAround()) {
                    signals.release();
                } else if (next.isEmpty()) {
                    became(List.of(), writer.offerUntold());
                } else if (isHead(next)) {
                    write(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("the ledger of {} broke, its account is suspended; restart the service", account, e);
            suspend();
            if (e instanceof VirtualMachineError) {
                throw e;
            }
        } finally {
            writer.close();
        }
    }

    /** Waits for groups that may share a transaction; none when there is nothing to say, null when it is closed. */
    private @Nullable List<Group> next() throws InterruptedException {
        if (isOver()) {
            return null;
        }
        if (signals.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
        return head();
    }

    private synchronized boolean isHead(List<Group> next) {
        return groups.containsAll(next);
    }

    private synchronized boolean isOver() {
        return suspended || (closing && groups.isEmpty());
    }

    private synchronized List<Group> head() {
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

    private void write(List<Group> next) throws InterruptedException {
        became(
                next,
                writer.write(next.stream().flatMap(g -> g.entries().stream()).toList()));
    }

    private void became(List<Group> written, LedgerWriter.Result result) throws InterruptedException {
        switch (result) {
            case COMMITTED -> committed(written);
            case AWAY -> {
                // whoever had the account while Kafka was away would not be noticed: a new producer fences, and is not
                // fenced
                lookAround = true;
                isAway();
                var unusedEarly = closed.await(writer.pause().toMillis(), TimeUnit.MILLISECONDS);
                signals.release();
            }
            case FENCED -> {
                lookAround = true;
                signals.release();
            }
            case SUSPENDED -> {
                takeover.lost(account);
                suspend();
            }
        }
    }

    /** Another process wrote here meanwhile: what it has ended is not ended again. False where that cannot be known now. */
    private boolean lookedAround() throws InterruptedException {
        try {
            writer.fence();
            Takeover.Found found = takeover.look(account);
            answers();
            drop(found.ended());
            if (found.untold() != null) {
                writer.replaceUntold(found.untold());
            }
            lookAround = false;
            return true;
        } catch (LedgerException | RuntimeException e) {
            LOG.warn("what another process did with {} cannot be read yet: {}", account, e.getMessage());
            isAway();
            var unusedEarly = closed.await(writer.pause().toMillis(), TimeUnit.MILLISECONDS);
            return false;
        }
    }

    private synchronized void answers() {
        away = false;
    }

    private synchronized void drop(Predicate<String> ended) {
        groups.removeIf(group -> {
            boolean over = ended.test(group.sweep());
            if (over) {
                kept -= group.entries().size();
                group.said().complete(Said.NOT_YET);
                group.entries().forEach(entry -> LOG.warn("{}: not said: {}", account, entry.text()));
            }
            return over;
        });
    }

    private synchronized void committed(List<Group> done) {
        away = false;
        for (Group group : done) {
            // one that was given up meanwhile stands there no more
            if (groups.removeFirstOccurrence(group)) {
                kept -= group.entries().size();
            }
            group.said().complete(writer.holds(group.sweep()) ? Said.REMEMBERED : Said.TOLD);
        }
        if (!groups.isEmpty()) {
            signals.release();
        }
    }

    private synchronized void isAway() {
        away = true;
        groups.forEach(group -> group.said().complete(Said.NOT_YET));
        if (closing) {
            // who closes has waited for the ends already; what is lost here stands open in the last checkpoint
            groups.clear();
        }
    }

    private synchronized void suspend() {
        suspended = true;
        groups.forEach(group -> group.said().complete(Said.NOT_YET));
        groups.clear();
        kept = 0;
    }

    /** Writes what is there, waits for it within the bound, and stops. */
    void close(Duration most) {
        synchronized (this) {
            closing = true;
        }
        closed.countDown();
        signals.release();
        try {
            thread.join(Math.max(1, most.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
