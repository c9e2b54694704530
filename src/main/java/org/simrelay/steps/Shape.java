package org.simrelay.steps;

/** How a poll cuts what it asks into requests. */
public enum Shape {
    /** So many cards of the inventory a request. */
    BATCH,
    /** Pages of a list that tells its total, or ends with a short page. */
    PAGE,
    /** Parts of a list, each of which tells where the next begins. */
    CURSOR,
    /** One request for the account. */
    ACCOUNT
}
