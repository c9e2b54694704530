package org.simrelay.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Which run of a poll an exchange is part of. */
public final class ExchangeRun {

    /** The exchange's property that holds it: set by whoever runs a poll by hand; without it the poll's timer fired. */
    public static final String PROPERTY = "run";

    private ExchangeRun() {}

    /**
     * The run; where nobody made one, the poll's timer fired, as Quartz says in the message's headers.
     *
     * @param now when it is due where Quartz does not say so
     */
    public static PollRun of(Exchange exchange, Instant now) {
        PollRun known = exchange.getProperty(PROPERTY, PollRun.class);
        if (known != null) {
            return known;
        }
        Message message = exchange.getMessage();
        Date fired = message.getHeader("scheduledFireTime", Date.class);
        Date next = message.getHeader("nextFireTime", Date.class);
        if (fired == null) {
            return PollRun.untimed(now);
        }
        return PollRun.timed(
                fired.toInstant(), next == null ? null : Duration.between(fired.toInstant(), next.toInstant()));
    }
}
