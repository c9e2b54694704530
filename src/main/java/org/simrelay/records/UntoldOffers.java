package org.simrelay.records;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerException.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers an account's untold records again, with growing waits. For one thread. */
final class UntoldOffers {

    private static final Logger LOG = LoggerFactory.getLogger(UntoldOffers.class);

    // the ledger's own entries wait meanwhile
    private static final Duration MOST_OFFERING = Duration.ofSeconds(1);
    // within the time that a ledger has to close
    private static final Duration MOST_AT_THE_END = Duration.ofSeconds(4);

    private final String account;
    private final UntoldRecords untold;
    private final LedgerOwnership ownership;
    private final LongSupplier nanos;
    private int offers;
    private long next;

    /** @param nanos a monotonic clock */
    UntoldOffers(String account, UntoldRecords untold, LedgerOwnership ownership, LongSupplier nanos) {
        this.account = account;
        this.untold = untold;
        this.ownership = ownership;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** The next offer is due now. */
    void soon() {
        next = nanos.getAsLong();
    }

    /**
     * Where it is time, offers all in order, for a second at most. A sweep's first refusal holds back the rest of it, and one for
     * another reason than size all of its topic.
     */
    void offer() throws LedgerException {
        long begun = nanos.getAsLong();
        if (untold.size() == 0 || begun - next < 0) {
            return;
        }
        boolean whole = offerUntil(begun + MOST_OFFERING.toNanos());
        offers = untold.size() == 0 ? 0 : offers + 1;
        next = nanos.getAsLong() + (whole ? OfferWaits.after(offers).toNanos() : 0);
        if (untold.size() > 0) {
            LOG.error(
                    "{}: {} records of the ledger are still refused by their topics, they are offered again",
                    account,
                    untold.size());
        }
    }

    /** Offers all once more, before the process ends; what is refused still is offered by the next start. */
    void offerLast() throws LedgerException {
        var unusedWhole = offerUntil(nanos.getAsLong() + MOST_AT_THE_END.toNanos());
    }

    /** False when the time was over first. */
    private boolean offerUntil(long end) throws LedgerException {
        Set<String> held = new HashSet<>();
        Set<String> closedTopics = new HashSet<>();
        for (Untold one : untold.all()) {
            if (nanos.getAsLong() - end > 0) {
                return false;
            }
            String sweep = one.entry().sweep();
            boolean waits =
                    held.contains(sweep) || closedTopics.contains(one.entry().topic());
            if (waits || !told(one, closedTopics)) {
                held.add(sweep);
            }
        }
        return true;
    }

    /** Tells a record, smaller where it must be; false when its topic refuses it still. */
    private boolean told(Untold one, Set<String> closedTopics) throws LedgerException {
        for (LedgerEntry entry = one.entry(); entry != null; entry = entry.smaller()) {
            try {
                ownership.commit(List.of(entry, one.forgotten()), true);
                untold.remove(one);
                return true;
            } catch (Refused e) {
                if (!(e.getCause() instanceof RecordTooLargeException)) {
                    closedTopics.add(one.entry().topic());
                    return false;
                }
            }
        }
        return false;
    }
}
