package org.simrelay.records;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.simrelay.account.Lease;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerException.Fenced;
import org.simrelay.kafka.LedgerException.Moved;
import org.simrelay.kafka.LedgerTransactions;

/** An account's transactions, for as long as the account is this process's. */
final class LedgerHold implements AutoCloseable {

    // the generation rises for all while accounts change hands
    private static final int MOST_MOVES = 50;
    private static final long LOOK_MILLIS = 100;

    private final String account;
    private final LedgerTransactions transactions;
    private final Lease lease;
    private volatile boolean lost;
    private volatile boolean over;

    /** @param lease says whether the account is this process's */
    LedgerHold(String account, LedgerTransactions transactions, Lease lease) {
        this.account = account;
        this.transactions = transactions;
        this.lease = lease;
        // a membership of later on is not this ledger's to use
        transactions.onlyWhile(() -> !lost);
    }

    /**
     * Fences whoever wrote this ledger before.
     *
     * @throws LedgerException.Away when Kafka does not grant it, or the account is not known to be this process's now
     */
    void fence() throws LedgerException {
        if (!mayFence()) {
            throw LedgerException.withheld(account);
        }
        transactions.fence();
        // before the look: an account that is lost right behind it stays so
        lost = false;
        // whoever hung in it while the account was given away may have fenced the next owner, and must not write
        if (!mayFence()) {
            lost = true;
            transactions.close();
            throw LedgerException.withheld(account);
        }
    }

    private boolean mayFence() {
        return !over && lease.mayFence(account);
    }

    /** This ledger is over: whatever its thread is at, it neither fences nor commits, also where the account is here again. */
    void end() {
        over = true;
        lost = true;
    }

    /** The account is not this process's any more, as the group says: nothing is committed until it is fenced again. Never waits. */
    void lose() {
        lost = true;
    }

    /** Whether it was lost, and not fenced since. */
    boolean isLost() {
        return lost;
    }

    /** Whether it is this process's to write. */
    boolean isHeld() {
        return lease.of(account) == Lease.Standing.HELD;
    }

    /**
     * Commits the entries, all or none: with the newest membership, as often as the group gives out accounts anew meanwhile.
     *
     * @param oneByOne as in {@link LedgerTransactions#commit}
     */
    void commit(List<LedgerEntry> entries, boolean oneByOne) throws LedgerException {
        List<ProducerRecord<byte[], byte[]>> records = entries.stream()
                .map(entry -> entry.record(transactions.partition()))
                .toList();
        for (int move = 1; ; move++) {
            if (lost) {
                throw LedgerException.lost(account);
            }
            try {
                transactions.commit(records, oneByOne);
                return;
            } catch (Moved e) {
                if (move == MOST_MOVES) {
                    throw e.given();
                }
                pause(e);
            }
        }
    }

    private static void pause(Moved why) throws Fenced {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw why.given();
        }
    }

    @Override
    public void close() {
        transactions.close();
    }
}
