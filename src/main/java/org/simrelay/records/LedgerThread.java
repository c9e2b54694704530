package org.simrelay.records;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that writes one account's ledger, from its start until the queue is over. */
final class LedgerThread {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerThread.class);

    private final String account;
    private final LedgerQueue queue;
    private final LedgerOwnership ownership;
    private final LedgerWriter writer;
    private final LedgerAway away;
    private volatile boolean broken;
    private final Thread thread;

    LedgerThread(String account, LedgerQueue queue, LedgerOwnership ownership, LedgerWriter writer) {
        this.account = account;
        this.queue = queue;
        this.ownership = ownership;
        this.writer = writer;
        this.away = new LedgerAway(account, queue, ownership, writer);
        this.thread = new Thread(this::work, "ledger-" + account);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Has the rest written, without waiting for it. */
    void beginClosing() {
        queue.close();
        away.close();
    }

    /** Has the rest written and waits for it within the bound, then stops. */
    void close(Duration most) {
        beginClosing();
        try {
            thread.join(Math.max(1, most.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    /** Whether it ended though it was not to. */
    boolean isBroken() {
        return broken;
    }

    private void work() {
        try {
            for (List<LedgerGroup> next = queue.next(); next != null; next = queue.next()) {
                if (ownership.isDoubtful() && !away.tookBack()) {
                    queue.wake();
                } else if (next.isEmpty()) {
                    heed(List.of(), writer.offerUntold());
                } else {
                    write(next);
                }
            }
            if (!queue.isSuspended() && !ownership.isDoubtful()) {
                writer.offerLast();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("the ledger of {} broke, its account is suspended", account, e);
            broken = true;
            queue.suspend();
            if (e instanceof VirtualMachineError) {
                throw e;
            }
        } finally {
            // whoever says something now is not to wait for it
            queue.suspend();
            ownership.close();
        }
    }

    private void write(List<LedgerGroup> groups) throws InterruptedException {
        if (!queue.isDue(groups)) {
            return;
        }
        List<LedgerEntry> entries =
                groups.stream().flatMap(group -> group.entries().stream()).toList();
        LedgerWriter.Result result = writer.write(entries);
        if (result != LedgerWriter.Result.REFUSED || groups.size() == 1) {
            heed(groups, result);
            return;
        }
        // which of them it is, shows when each is written by itself
        for (LedgerGroup group : groups) {
            if (!ownership.isDoubtful()) {
                write(List.of(group));
            }
        }
    }

    private void heed(List<LedgerGroup> written, LedgerWriter.Result result) throws InterruptedException {
        switch (result) {
            case COMMITTED -> queue.committed(written, writer::holds);
            case REFUSED -> {
                LOG.error(
                        "{}: what is said of {} can not even be remembered; it waits with all that follows, and is tried again",
                        account,
                        written.get(0).poll());
                queue.refused(written.get(0));
            }
            case AWAY -> {
                away.pause();
                queue.wake();
            }
            case FENCED -> queue.wake();
            case SUSPENDED -> {
                ownership.giveUp();
                queue.suspend();
            }
        }
    }
}
