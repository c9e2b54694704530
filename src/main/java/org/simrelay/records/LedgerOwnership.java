package org.simrelay.records;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.simrelay.account.Lease;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerException.Fenced;
import org.simrelay.kafka.LedgerException.Refused;
import org.simrelay.kafka.LedgerTransactions;

/**
 * Whether an account's ledger is this process's: from a fence on, until a commit is in doubt or another process fences this one.
 * Then it is taken back with a look at what was written meanwhile. All fencing and committing of the account goes through here.
 */
final class LedgerOwnership implements AutoCloseable {

    private final String account;
    private final LedgerHold hold;
    private final Takeover takeover;
    private final FenceVerdict verdict;
    private boolean taken;
    private boolean doubtful;

    /**
     * @param lease says whether the account is this process's
     * @param nanos a monotonic clock
     */
    LedgerOwnership(
            String account, LedgerTransactions transactions, Takeover takeover, Lease lease, LongSupplier nanos) {
        this.account = account;
        this.hold = new LedgerHold(account, transactions, lease);
        this.takeover = takeover;
        this.verdict = new FenceVerdict(account, transactions.id(), takeover, lease, nanos);
    }

    /**
     * Fences whoever wrote this ledger before.
     *
     * @throws LedgerException.Away when Kafka does not grant it, or the account is not known to be this process's now
     */
    synchronized void fence() throws LedgerException {
        hold.fence();
        taken = true;
    }

    /** This ledger is over: whatever its thread is at, it neither fences nor commits, also where the account is here again. */
    void end() {
        hold.end();
    }

    /** The account is not this process's any more, as the group says: nothing is committed until it is fenced again. Never waits. */
    void lose() {
        hold.lose();
    }

    /** Whether it was lost, and not fenced since. */
    boolean isLost() {
        return hold.isLost();
    }

    /** Whether it is this process's to write. */
    boolean isHeld() {
        return hold.isHeld();
    }

    /** What was said before the account was lost follows, now that it is fenced again and what others did meanwhile is known. */
    synchronized void settled() {
        doubtful = false;
    }

    /**
     * Commits the entries, all or none; fences first where the ledger is not taken.
     *
     * @param oneByOne as in {@link LedgerTransactions#commit}
     */
    synchronized void commit(List<LedgerEntry> entries, boolean oneByOne) throws LedgerException {
        try {
            if (!taken) {
                fence();
            }
            hold.commit(entries, oneByOne);
        } catch (Refused e) {
            throw e;
        } catch (LedgerException e) {
            // whoever had the account while Kafka was away would not be noticed: a new producer fences, and is not
            // fenced
            taken = false;
            doubtful = true;
            throw e;
        }
    }

    /** Whether another process may have written here since the last commit. */
    synchronized boolean isDoubtful() {
        return doubtful;
    }

    /**
     * Fences, and looks at what another process did meanwhile.
     *
     * @param heed is given what was found; the doubt is over when it returns
     * @throws RuntimeException when what was done cannot be read
     */
    void takeBack(Consumer<Takeover.Found> heed) throws LedgerException {
        fence();
        heed.accept(takeover.look(account));
        synchronized (this) {
            doubtful = false;
        }
    }

    /** How often it is taken back from another process, before it is given up. */
    void fencesAgain(int times) {
        verdict.takesBack(times);
    }

    /** What is to be done now that somebody has fenced this process; waits before it is taken back. */
    FenceVerdict.Next fenced(Fenced why) throws InterruptedException {
        return verdict.of(why);
    }

    /** The account is another process's for good. */
    void giveUp() {
        takeover.lost(account);
    }

    @Override
    public synchronized void close() {
        taken = false;
        hold.close();
    }
}
