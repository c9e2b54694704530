package org.simrelay.records;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.simrelay.account.Lease;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerTransactions;

/**
 * The ledger of one account: what is said of its sweeps, and what is remembered of them, in the order it was said. What is handed
 * in together commits together or not at all. While Kafka is away it waits in memory, bounded, and follows in order.
 */
public final class Ledger implements AutoCloseable {

    private final LedgerQueue queue;
    private final LedgerOwnership ownership;
    private final LedgerWriter writer;
    private final LedgerThread thread;

    /**
     * Makes one that does not write yet.
     *
     * @param untold where what is refused is kept
     * @param lease says whether the account is this process's
     * @param nanos a monotonic clock
     */
    Ledger(
            String account,
            LedgerTransactions transactions,
            UntoldRecords untold,
            Takeover takeover,
            Lease lease,
            LongSupplier nanos) {
        this.queue = new LedgerQueue(account, nanos);
        this.ownership = new LedgerOwnership(account, transactions, takeover, lease, nanos);
        this.writer = new LedgerWriter(account, ownership, untold, new DoubtfulEntries(takeover::standing), nanos);
        this.thread = new LedgerThread(account, queue, ownership, writer);
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
        ownership.fence();
    }

    /** How often it fences again when another process took the account, before it suspends it. */
    void fencesAgain(int times) {
        ownership.fencesAgain(times);
    }

    /** The account is not this process's any more: what is said waits, until it is again or this one is discarded. Never waits. */
    void lose() {
        ownership.lose();
    }

    /** Nothing is written any more, whatever its thread is at. */
    void end() {
        ownership.end();
    }

    /** Whether the account was lost since it was last fenced. */
    public boolean isLost() {
        return ownership.isLost();
    }

    /** The account was lost and is fenced again, and nobody else had it for good: what was said follows, but for what was ended meanwhile. */
    public void settle(Takeover.Found found) {
        queue.answered(found.ended());
        if (found.untold() != null) {
            writer.replaceUntold(found.untold());
        }
        ownership.settled();
        queue.wake();
    }

    /** Whether its thread ended though it was not to: nothing is written any more. */
    public boolean isBroken() {
        return thread.isBroken();
    }

    /** What a former process could not tell follows from here. */
    public void restore(Collection<Untold> untold) {
        writer.restore(untold);
    }

    /** Says these together, in their turn, without waiting. */
    public void append(List<LedgerEntry> entries) {
        var unused = queue.add(entries);
    }

    /**
     * Says these together and waits for the commit.
     *
     * @return what became of them within 20 s; what is not committed then may follow
     */
    public Said commit(List<LedgerEntry> entries) {
        return say(entries).get();
    }

    /**
     * Says these together, before all that is said later.
     *
     * @return what {@link #commit} gives, and waits for
     */
    public Supplier<Said> say(List<LedgerEntry> entries) {
        CompletableFuture<Said> said = queue.add(entries);
        return () -> SaidWait.within(said);
    }

    /** The {@code ce_id}s of what was said and its topic does not have yet, also of what it refuses. */
    public Set<String> onTheirWay() {
        // in this order: what leaves the queue for the other in between is seen twice, and not missed
        Set<String> ids = queue.ids();
        ids.addAll(writer.untoldIds());
        return ids;
    }

    /** Whether another process has taken this account. */
    public boolean isSuspended() {
        return queue.isSuspended();
    }

    /** What waits is not said any more, since another process has the account. */
    void discard() {
        ownership.end();
        queue.suspend();
        thread.beginClosing();
    }

    /** Closes without waiting, as {@link #close(Duration)} does. */
    void beginClosing() {
        thread.beginClosing();
    }

    /** Writes what is there and offers once more what was refused, waits for it within the bound, and stops. */
    void close(Duration most) {
        thread.close(most);
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
