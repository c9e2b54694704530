package org.simrelay.cluster.model;

/** The protocol, and the ways to get it wrong. */
enum Variant {
    RIGHT,
    /** What is remembered is read, and only then the former owner fenced. */
    READ_BEFORE_FENCE,
    /** Read to the last stable offset: what is committed behind another's open transaction stays hidden. */
    READ_TO_LAST_STABLE_OFFSET,
    /** Transactions are not bound to the group, and who is told that it is fenced makes its producer anew, unasked. */
    UNBOUND_AND_FENCED_AGAIN,
    /** A transaction goes out with the membership of a process that is no member, which Kafka does not check. */
    MEMBERSHIP_MINUS_ONE,
    /** Bound, but nobody looks whether the account is still assigned before a fence and behind it. */
    FENCED_AGAIN_UNASKED,
    /** A thread that hung while its account was given away binds to what its process is a member of by now. */
    MEMBERSHIP_OF_THE_PROCESS,
    /** A request goes out without a look at the lease. */
    NO_LEASE;

    boolean bindsToTheGroup() {
        return this != UNBOUND_AND_FENCED_AGAIN;
    }

    boolean looksAtTheAssignment() {
        return this != UNBOUND_AND_FENCED_AGAIN && this != FENCED_AGAIN_UNASKED;
    }

    /** Whether a thread whose account was given away ends at its next look, whatever it knows. */
    boolean endsAtTheNextLook() {
        return looksAtTheAssignment() && this != MEMBERSHIP_OF_THE_PROCESS && this != MEMBERSHIP_MINUS_ONE;
    }
}
