package org.simrelay.records;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerException.Fenced;
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
    private final LedgerCommits commits;
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
        this.commits = new LedgerCommits(ownership, untold, doubtful);
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

    /** The {@code ce_id}s of what could not be told. */
    synchronized Set<String> untoldIds() {
        return untold.ids();
    }

    /** Commits the entries, all or none; those that their topics refuse for good are remembered instead. */
    synchronized Result write(List<LedgerEntry> entries) throws InterruptedException {
        try {
            Result result = commits.commit(entries) ? Result.COMMITTED : Result.REFUSED;
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

    private Result fenced(Fenced why) throws InterruptedException {
        return ownership.fenced(why) == FenceVerdict.Next.GIVE_UP ? Result.SUSPENDED : Result.FENCED;
    }
}
