package org.simrelay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day that a daily budget is of, by the vendors' calendar (Asia/Shanghai). It never goes backwards while it lasts: a clock that
 * is set back over midnight brings no new one. Guarded by its budget.
 */
final class BudgetDay {

    private static final ZoneId VENDORS_ZONE = ZoneId.of("Asia/Shanghai");
    // a clock that was set to another year must not hold an account to that year's budget
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Clock clock;
    private final Clock monotonic;
    private LocalDate date;
    private Instant began;

    /**
     * @param clock tells the day
     * @param monotonic tells how long it lasts
     */
    BudgetDay(Clock clock, Clock monotonic) {
        this.clock = clock;
        this.monotonic = monotonic;
        this.date = today();
        this.began = monotonic.instant();
    }

    /** As the calendar names it. */
    LocalDate date() {
        return date;
    }

    /** Goes on to today where that is another one; gives whether it is. */
    boolean turn() {
        LocalDate today = today();
        if (today.equals(date)) {
            return false;
        }
        if (today.isAfter(date) || began.plus(LONGEST).isBefore(monotonic.instant())) {
            date = today;
            began = monotonic.instant();
            return true;
        }
        return false;
    }

    /** An earlier run of the service had begun the next one already, and that one goes on. */
    void goOnWith(LocalDate next) {
        date = next;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VENDORS_ZONE);
    }
}
