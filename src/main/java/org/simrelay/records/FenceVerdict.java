package org.simrelay.records;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.simrelay.account.Lease;
import org.simrelay.kafka.LedgerException.Fenced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of an account whose ledger somebody fenced: it is taken back some times, and then given up. For one thread. */
final class FenceVerdict {

    private static final Logger LOG = LoggerFactory.getLogger(FenceVerdict.class);

    // a process that was fenced long ago is not the one that is here now
    private static final Duration FENCES_COUNT = Duration.ofMinutes(10);
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LOOK_MILLIS = 100;
    private static final int MOST_LOOKS = 100;

    /** What is to be done when somebody else has fenced this process. */
    enum Next {
        TAKE_BACK,
        /** The account is not this process's now: what is to be said waits. */
        WAIT,
        GIVE_UP
    }

    private final String account;
    private final String id;
    private final Takeover takeover;
    private final Lease lease;
    private final LongSupplier nanos;
    private volatile int fencesAgain;
    private int fences;
    private long fencedAt;

    /**
     * @param id the {@code transactional.id}
     * @param lease says whether the account is this process's
     * @param nanos a monotonic clock
     */
    FenceVerdict(String account, String id, Takeover takeover, Lease lease, LongSupplier nanos) {
        this.account = account;
        this.id = id;
        this.takeover = takeover;
        this.lease = lease;
        this.nanos = nanos;
    }

    /** How often it is taken back, before it is given up. */
    void takesBack(int times) {
        fencesAgain = times;
    }

    /**
     * Somebody fenced this process, which is a question to the group and not yet the answer: a transaction that timed out and a command
     * beside this process do so too. Where the account is this process's still, it waits, the longer the more often, before it is
     * taken back.
     */
    Next of(Fenced why) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS && lease.of(account) == Lease.Standing.UNSURE; look++) {
            Thread.sleep(LOOK_MILLIS);
        }
        if (lease.of(account) != Lease.Standing.HELD) {
            LOG.warn("{} is another process's now; nothing more is written for it here", account);
            return Next.WAIT;
        }
        long now = nanos.getAsLong();
        fences = now - fencedAt > FENCES_COUNT.toNanos() ? 1 : fences + 1;
        fencedAt = now;
        if (fences > fencesAgain) {
            LOG.error(
                    "{} is suspended: another process writes its ledger as {} ({}); stop that one",
                    account,
                    id,
                    why.getMessage());
            return Next.GIVE_UP;
        }
        LOG.warn(
                "the ledger of {} was fenced by another process; it is taken back ({} of {} times)",
                account,
                fences,
                fencesAgain);
        Thread.sleep(FIRST_PAUSE_MILLIS << (2 * (fences - 1)));
        if (isYielding()) {
            LOG.warn("{} is left to a command that was told to take it over, until that has ended", account);
            return Next.GIVE_UP;
        }
        return Next.TAKE_BACK;
    }

    private boolean isYielding() {
        try {
            return takeover.yields(account);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
