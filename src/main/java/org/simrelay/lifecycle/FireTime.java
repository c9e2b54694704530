package org.simrelay.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Why a poll runs: its timer, as Quartz says in the message's headers, or a call by hand.
 *
 * @param at when it was to run; Quartz fires at whole seconds
 * @param byTimer whether a timer fired it
 * @param period how long after that its timer fires period; null where it does not
 */
record FireTime(Instant at, boolean byTimer, @Nullable Duration period) {

    static FireTime of(Exchange exchange, Instant now) {
        Message message = exchange.getMessage();
        Date fired = message.getHeader("scheduledFireTime", Date.class);
        Date next = message.getHeader("nextFireTime", Date.class);
        Instant given = exchange.getProperty("scheduledAt", Instant.class);
        Instant at = given != null
                ? given.truncatedTo(ChronoUnit.MILLIS)
                : (fired == null ? now : fired.toInstant()).truncatedTo(ChronoUnit.SECONDS);
        Duration period = fired == null || next == null ? null : Duration.between(fired.toInstant(), next.toInstant());
        return new FireTime(at, fired != null, period);
    }
}
