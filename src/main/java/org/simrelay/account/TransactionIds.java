package org.simrelay.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transaction ids that are never the same twice (CMIOT, "transid"): yyyyMMddHHmmss in Asia/Shanghai, two digits of the
 * instance, six of a counter.
 *
 * <p>A second that this JVM did not see begin is never used, so a restart within one second cannot repeat an id. A second that is
 * used up is waited out; where the clock was set back, which would take as long as that, the ids go on with the seconds that were
 * to follow. Machines differ by their instance. The counter begins each second at a place drawn once, so that a second process on
 * the same machine is unlikely to meet this one.
 */
public final class TransactionIds {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionIds.class);
    private static final int PER_SECOND = 1_000_000;
    // a second is over after 100 looks; a clock that stands still is not waited for any longer
    private static final int MOST_LOOKS = 150;
    private static final int LOOK_MILLIS = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Clock clock;
    private final String instance;
    private final int offset;
    private long second;
    private String secondText = "";
    private int used;
    private boolean told;

    /**
     * @param instance two digits, different on each machine that shares the account
     * @param offset where the counter begins in each second, 0 to 999999
     */
    public TransactionIds(Clock clock, String instance, int offset) {
        if (!instance.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("instance must be two digits");
        }
        this.clock = clock;
        this.instance = instance;
        this.offset = offset;
        this.second = clock.instant().getEpochSecond();
        this.used = PER_SECOND;
    }

    /**
     * The next id's 22 digits. When this second is used up it waits for the next, 1.5 s at most.
     *
     * @throws InterruptedException when it is interrupted meanwhile
     */
    public synchronized String next() throws InterruptedException {
        long now = clock.instant().getEpochSecond();
        for (int look = 0; now == second && used == PER_SECOND && look < MOST_LOOKS; look++) {
            wait(LOOK_MILLIS);
            now = clock.instant().getEpochSecond();
        }
        if (now < second) {
            warnOnce(now);
        }
        if (now > second || used == PER_SECOND) {
            second = Math.max(now, second + 1);
            used = 0;
            secondText = TIME.format(Instant.ofEpochSecond(second));
        }
        int counter = (offset + used++) % PER_SECOND;
        // seven digits, the first of which is cut off: String.format would cost more than the digest
        return secondText + instance + Integer.toString(PER_SECOND + counter).substring(1);
    }

    /** The second of the last id, since 1970; a process that takes the account goes on beyond it. */
    synchronized long lastSecond() {
        return second;
    }

    /** Another process has used ids up to this second: those from here on are of later ones. */
    synchronized void beyond(long last) {
        if (last >= second) {
            second = last;
            used = PER_SECOND;
        }
    }

    private void warnOnce(long now) {
        if (!told) {
            told = true;
            LOG.warn(
                    "the machine's clock was set back behind {}, which was used in transaction ids: they go on from there until"
                            + " it is past, {} s from now; a vendor that compares them with its own clock may refuse them",
                    TIME.format(Instant.ofEpochSecond(second)),
                    second - now);
        }
    }
}
