package org.simrelay.account;

/** The account's breaker is open: its last calls brought no answer. */
public final class BreakerOpenException extends Exception {

    private static final long serialVersionUID = 1L;

    BreakerOpenException() {
        super("the last calls brought no answer, the breaker is open");
    }
}
