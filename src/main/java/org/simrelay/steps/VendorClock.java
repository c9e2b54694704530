package org.simrelay.steps;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.reply.HttpDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns where a vendor's clock and this machine's differ, by the header {@code Date} of its replies: once an account. */
final class VendorClock {

    private static final Logger LOG = LoggerFactory.getLogger(VendorClock.class);
    private static final Duration MOST_SKEW = Duration.ofMinutes(1);

    // a Date changes once a second, and replies may come in thousands
    private volatile @Nullable String last;

    /** @param date the header; null where the reply has none */
    void compare(Account account, @Nullable String date, Instant now) {
        if (date == null || date.equals(last)) {
            return;
        }
        last = date;
        Instant theirs = HttpDate.of(date);
        if (theirs != null
                && Duration.between(theirs, now).abs().compareTo(MOST_SKEW) > 0
                && account.warnOnce("clock")) {
            LOG.warn(
                    "{}: the vendor's clock says {} and this machine's says {}; signed requests may be refused, set"
                            + " the clock",
                    account.source(),
                    theirs,
                    now);
        }
    }
}
