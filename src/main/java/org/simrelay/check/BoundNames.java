package org.simrelay.check;

import java.util.Set;

/** The names that route files may name without making a bean of them: what the service binds before it reads the routes. */
final class BoundNames {

    static final Set<String> ALL = Set.of(
            "abandonSweep",
            "accounts",
            "accountsOfPoll",
            "acquirePermit",
            "awaitPace",
            "bisectBatch",
            "changes",
            "countPublished",
            "cutSweeps",
            "decideOnFailure",
            "departures",
            "endSweep",
            "failures",
            "findItems",
            "handBackRequest",
            "inventory",
            "inventoryGuard",
            "json",
            "lastEnds",
            "ledgers",
            "mapToCardEvents",
            "mappings",
            "openRequest",
            "readReply",
            "recordFailure",
            "releasePermit",
            "requestThreads",
            "retryPolicy",
            "startSweep",
            "superseding",
            "suspendRequest",
            "sweepEnds",
            "sweepListeners",
            "sweepRequests",
            "sweepThreads",
            "sweeps",
            "vendorHeaders",
            "wholeTopic");

    private BoundNames() {}
}
