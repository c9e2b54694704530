package org.simrelay.sign;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Transaction ids that are never the same twice (CMIOT, "transid"): yyyyMMddHHmmss in Asia/Shanghai, two digits of the
 * instance, six of a counter.
 *
 * <p>A second that this JVM did not see begin is never used, so a restart within one second cannot repeat an id, and the
 * second is held while the clock goes back. Machines differ by their instance. The counter begins each second at a place
 * drawn once, so that a second process on the same machine is unlikely to meet this one.
 */
public final class TransactionIds {

    /** Digits after the application's own part: 14 of the time, 2 of the instance, 6 of the counter. */
    public static final int LENGTH = 22;

    private static final int PER_SECOND = 1_000_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Clock clock;
    private final String instance;
    private final int offset;
    private long second;
    private String secondText = "";
    private int used;

    /**
     * @param instance two digits, different on each machine that shares the account
     * @param offset where the counter begins in each second, 0 to 999999
     */
    public TransactionIds(Clock clock, String instance, int offset) {
        if (!instance.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("instance is \"" + instance + "\" but must be two digits");
        }
        this.clock = clock;
        this.instance = instance;
        this.offset = offset;
        this.second = clock.instant().getEpochSecond();
        this.used = PER_SECOND;
    }

    /** The next id's 22 digits; waits for the next second when this one is used up. */
    public synchronized String next() {
        long now = clock.instant().getEpochSecond();
        while (now <= second && used == PER_SECOND) {
            LockSupport.parkNanos(10_000_000);
            now = clock.instant().getEpochSecond();
        }
        if (now > second) {
            second = now;
            used = 0;
            secondText = TIME.format(Instant.ofEpochSecond(second));
        }
        int counter = (offset + used++) % PER_SECOND;
        // seven digits, the first of which is cut off: String.format would cost more than the digest
        return secondText + instance + Integer.toString(PER_SECOND + counter).substring(1);
    }
}
