package org.simrelay.records;

/** What became of entries that were said to a {@link Ledger}. */
public enum Said {
    /** They are committed. */
    TOLD,
    /** Some are refused by their topics, and remembered in their place. */
    REMEMBERED,
    /** Kafka is away and they are kept, or another process has the account. */
    NOT_YET
}
