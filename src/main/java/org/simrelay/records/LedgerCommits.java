package org.simrelay.records;

import java.util.List;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerException.Refused;

/** Commits entries, all or none: in place of those that their topics refuse for good goes what stands in for them. For one thread. */
final class LedgerCommits {

    private final LedgerOwnership ownership;
    private final UntoldRecords untold;
    private final DoubtfulEntries doubtful;

    LedgerCommits(LedgerOwnership ownership, UntoldRecords untold, DoubtfulEntries doubtful) {
        this.ownership = ownership;
        this.untold = untold;
        this.doubtful = doubtful;
    }

    /** False when nothing of it is committed, since one of the entries is refused for good and can not even be remembered. */
    boolean commit(List<LedgerEntry> entries) throws LedgerException {
        LedgerBatch batch = new LedgerBatch(entries, untold, doubtful);
        boolean oneByOne = false;
        // each refusal ends a doubt, makes a record smaller, or remembers it
        for (int attempts = 0; attempts <= 5 * entries.size() + 1; attempts++) {
            try {
                ownership.commit(batch.entries(), oneByOne);
                batch.committed();
                return true;
            } catch (Refused e) {
                if (e.index() >= 0 && !replaced(batch, e)) {
                    return false;
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
}
