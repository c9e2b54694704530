package org.simrelay.records;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerException.Fenced;
import org.simrelay.kafka.LedgerException.Refused;
import org.simrelay.kafka.LedgerTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an account's ledger is this process's: from a fence on, until a commit is in doubt or another process fences this one.
 * Then it is taken back with a look at what was written meanwhile. All fencing and committing of the account goes through here.
 */
final class LedgerOwnership implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerOwnership.class);

    // a process that was fenced long ago is not the one that is here now
    private static final Duration FENCES_COUNT = Duration.ofMinutes(10);
    private static final long FIRST_PAUSE_MILLIS = 1_000;

    private final String account;
    private final LedgerTransactions transactions;
    private final Takeover takeover;
    private final LongSupplier nanos;
    private boolean taken;
    private boolean doubtful;
    private volatile int fencesAgain;
    private int fences;
    private long fencedAt;

    /** @param nanos a monotonic clock */
    LedgerOwnership(String account, LedgerTransactions transactions, Takeover takeover, LongSupplier nanos) {
        this.account = account;
        this.transactions = transactions;
        this.takeover = takeover;
        this.nanos = nanos;
    }

    /** Fences whoever wrote this ledger before. */
    synchronized void fence() throws LedgerException {
        transactions.fence();
        taken = true;
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
            transactions.commit(
                    entries.stream()
                            .map(entry -> entry.record(transactions.partition()))
                            .toList(),
                    oneByOne);
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
        fencesAgain = times;
    }

    /** Another process took the account: waits, the longer the more often, and gives whether it is to be taken back. */
    boolean mayTakeBack(Fenced why) throws InterruptedException {
        long now = nanos.getAsLong();
        fences = now - fencedAt > FENCES_COUNT.toNanos() ? 1 : fences + 1;
        fencedAt = now;
        if (fences > fencesAgain) {
            LOG.error(
                    "{} is suspended: another process writes its ledger as {} ({}); only one may run, stop the other and restart this one",
                    account,
                    transactions.id(),
                    why.getMessage());
            return false;
        }
        LOG.warn(
                "the ledger of {} was fenced by another process; it is taken back ({} of {} times)",
                account,
                fences,
                fencesAgain);
        Thread.sleep(FIRST_PAUSE_MILLIS << (2 * (fences - 1)));
        return true;
    }

    /** The account is another process's for good. */
    void giveUp() {
        takeover.lost(account);
    }

    @Override
    public synchronized void close() {
        taken = false;
        transactions.close();
    }
}
