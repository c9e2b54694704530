package org.simrelay.account;

/** No request is left of the account's daily budget. */
public final class BudgetSpentException extends Exception {

    private static final long serialVersionUID = 1L;

    BudgetSpentException(String message) {
        super(message);
    }
}
