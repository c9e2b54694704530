package org.simrelay.it;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.awaitility.Awaitility;

/** A daily budget is a new one from midnight on: a test that spends one begins well before it, or after it. */
final class SameDay {

    private static final ZoneId VENDORS_ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LONGEST_TEST = Duration.ofMinutes(3);

    private SameDay() {}

    /** Returns when there is time enough before midnight; nearly always at once. */
    static void await() {
        LocalTime last = LocalTime.MAX.minus(LONGEST_TEST);
        Awaitility.await().atMost(LONGEST_TEST.multipliedBy(2)).until(() -> LocalTime.now(VENDORS_ZONE)
                .isBefore(last));
    }
}
