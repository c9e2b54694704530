package org.simrelay.records;

import java.time.Duration;

/** How long to wait before a record that Kafka refused is offered again: the longer the more often it was. */
final class OfferWaits {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private OfferWaits() {}

    /** After so many offers that came to nothing. */
    static Duration after(int offers) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(offers, 6));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
