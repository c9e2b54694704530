package org.simrelay.cluster.model;

/** Where the account's thread stands: what it does next. */
enum Phase {
    IDLE(false),
    FENCE(true),
    LOOK(false),
    READ(true),
    BEGIN(true),
    MEMBERSHIP(false),
    BIND(true),
    COMMIT(true),
    AGAIN(false),
    WORK(false),
    PUBLISH(true);

    /** Whether a thread can hang there. */
    final boolean isCall;

    Phase(boolean isCall) {
        this.isCall = isCall;
    }

    boolean isOfTransaction() {
        return this == BEGIN || this == MEMBERSHIP || this == BIND || this == COMMIT;
    }
}
