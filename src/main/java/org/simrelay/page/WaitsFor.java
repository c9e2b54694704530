package org.simrelay.page;

import java.util.Locale;

/** What a poll waits for. */
enum WaitsFor {
    /** The vendor does not answer, or answers nothing of use. */
    VENDOR("the vendor does not answer, or answers nothing of use; it is asked again with growing waits"),
    /** Kafka does not answer. */
    KAFKA("Kafka does not answer; look at the brokers"),
    /** Another process has the account. */
    ACCOUNT("another process has this account; stop one of the two, and restart this one");

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
