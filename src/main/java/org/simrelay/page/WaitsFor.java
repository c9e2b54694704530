package org.simrelay.page;

import java.util.Locale;

/** What a poll waits for. */
enum WaitsFor {
    /** The vendor does not answer, or answers nothing of use. */
    VENDOR("the vendor does not answer, or answers nothing of use; it is asked again with growing waits"),
    /** Kafka does not answer. */
    KAFKA("Kafka does not answer; look at the brokers"),
    /** No service has the account. */
    ACCOUNT(
            "no machine has this account now: it changes hands, which takes some seconds, or a command that was told to take it over"
                    + " is at it");

    private final String text;

    WaitsFor(String text) {
        this.text = text;
    }

    /** As the API names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means, and what to do. */
    String text() {
        return text;
    }
}
