package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second that is used up is waited out, though the clock has not moved when the next id is asked for. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransactionIdsWaitTest {

    private static final int PER_SECOND = 1_000_000;

    /** Tells one second for the making, another for a million readings and a few more, and then the one after. */
    private static final class CountedClock extends Clock {
        private static final Instant MADE = Instant.parse("2026-11-22T04:00:00Z");
        private int reads;

        @Override
        public Instant instant() {
            int read = reads++;
            return MADE.plusSeconds(read == 0 ? 0 : read <= PER_SECOND + 3 ? 1 : 2);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aMillionIdsOfASecondAreAllDifferentAndTheNextWaitsForTheNextSecond() throws InterruptedException {
        TransactionIds ids = new TransactionIds(new CountedClock(), "00", 500_000);
        boolean[] seen = new boolean[PER_SECOND];
        for (int i = 0; i < PER_SECOND; i++) {
            String id = ids.next();
            int counter = Integer.parseInt(id.substring(16));
            if (!id.startsWith("2026112212000100") || seen[counter]) {
                assertThat(id).as("used twice, or in the wrong second").isNull();
            }
            seen[counter] = true;
        }
        assertThat(ids.next()).isEqualTo("20261122120002" + "00" + "500000");
    }
}
