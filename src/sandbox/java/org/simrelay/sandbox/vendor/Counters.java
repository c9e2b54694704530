package org.simrelay.sandbox.vendor;

import java.util.Map;

/**
 * What the simulator counted since its start.
 *
 * @param requests all of them
 * @param logins tokens given out
 * @param byPath requests of each path
 * @param refused requests answered with an error because they were wrong or their token was; injected faults are not among them
 * @param violations requests that a correct client never sends
 * @param reusedTransids among the violations
 * @param maxInFlight the most requests at work at once
 * @param cardsAsked cards in all iotbos requests
 * @param faults injected, of each kind
 */
public record Counters(
        long requests,
        long logins,
        Map<String, Long> byPath,
        long refused,
        long violations,
        long reusedTransids,
        int maxInFlight,
        long cardsAsked,
        Map<FaultKind, Long> faults) {}
