package org.simrelay.records;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerException.Fenced;
import org.simrelay.kafka.LedgerException.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one account's ledger: one transaction after the other, and what becomes of one that does not commit. */
final class LedgerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What became of a write. */
    enum Result {
        COMMITTED,
        /** Nothing of it is committed: one of the entries is refused for good, and can not even be remembered. */
        REFUSED,
        AWAY,
        FENCED,
        SUSPENDED
    }

    private final String account;
    private final LedgerOwnership ownership;
    private final UntoldRecords untold;
    private final DoubtfulEntries doubtful;
    private final UntoldOffers offers;
    private int aways;

    /** @param nanos a monotonic clock */
    LedgerWriter(
            String account,
            LedgerOwnership ownership,
            UntoldRecords untold,
            DoubtfulEntries doubtful,
            LongSupplier nanos) {
        this.account = account;
        this.ownership = ownership;
        this.untold = untold;
        this.doubtful = doubtful;
        this.offers = new UntoldOffers(account, untold, ownership, nanos);
    }

    /** What a former process could not tell is offered from now on. */
    synchronized void restore(Collection<Untold> earlier) {
        untold.restore(earlier);
        offers.soon();
    }

    /** What another process has told, or could not tell, meanwhile stands in place of what this one knew. */
    synchronized void replaceUntold(Collection<Untold> found) {
        untold.clear();
        restore(found);
    }

    /** Whether something of a sweep could not be told, and is remembered instead. */
    synchronized boolean holds(String sweep) {
        return untold.holds(sweep);
    }

    /** Commits the entries, all or none; those that their topics refuse for good are remembered instead. */
    synchronized Result write(List<LedgerEntry> entries) throws InterruptedException {
        try {
            Result result = commit(entries);
            if (aways > 0) {
                LOG.info("the ledger of {} is written again", account);
            }
            aways = 0;
            return result;
        } catch (Fenced e) {
            return fenced(e);
        } catch (LedgerException e) {
            if (aways++ == 0) {
                LOG.error(
                        "Kafka did not take {} records of the ledger of {} ({}); they are kept and sent when it is back",
                        entries.size(),
                        account,
                        e.getMessage());
            }
            return Result.AWAY;
        }
    }

    /** Offers again what could not be told, where it is time. */
    synchronized Result offerUntold() throws InterruptedException {
        try {
            offers.offer();
            return Result.COMMITTED;
        } catch (Fenced e) {
            return fenced(e);
        } catch (LedgerException e) {
            return Result.AWAY;
        }
    }

    /** Offers it once more, before the process ends. */
    synchronized void offerLast() {
        try {
            offers.offerLast();
        } catch (LedgerException e) {
            LOG.warn("what could not be told of {} is left for the next start: {}", account, e.getMessage());
        }
    }

    /** How long to wait until it is tried again. */
    Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(aways, 5));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Result commit(List<LedgerEntry> entries) throws LedgerException {
        LedgerBatch batch = new LedgerBatch(entries, untold, doubtful);
        boolean oneByOne = false;
        // each refusal ends a doubt, makes a record smaller, or remembers it
        for (int attempts = 0; attempts <= 5 * entries.size() + 1; attempts++) {
            try {
                ownership.commit(batch.entries(), oneByOne);
                batch.committed();
                return Result.COMMITTED;
            } catch (Refused e) {
                if (e.index() >= 0 && !replaced(batch, e)) {
                    return Result.REFUSED;
                }
                oneByOne = true;
            } catch (LedgerException e) {
                batch.inDoubt();
                throw e;
            }
        }
        throw new IllegalStateException("refused, whatever stands in its place");
    }

    /** False when nothing can stand in for what is refused. */
    private static boolean replaced(LedgerBatch batch, Refused refusal) throws LedgerException {
        try {
            return batch.refused(refusal.index(), refusal.getCause());
        } catch (RuntimeException e) {
            throw LedgerException.unread(e);
        }
    }

    private Result fenced(Fenced why) throws InterruptedException {
        return ownership.fenced(why) == FenceVerdict.Next.GIVE_UP ? Result.SUSPENDED : Result.FENCED;
    }
}
