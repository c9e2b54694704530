package org.simrelay.sandbox.vendor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The record of what the simulator saw. Safe for threads. */
final class Seen {
    private final int limit;
    private final Deque<SeenRequest> newest = new ArrayDeque<>();
    private final Map<String, Long> byPath = new TreeMap<>();
    private final Map<FaultKind, Long> faults = new EnumMap<>(FaultKind.class);
    private long requests;
    private long logins;
    private long refused;
    private long violations;
    private long reusedTransids;
    private long cardsAsked;
    private int inFlight;
    private int maxInFlight;

    Seen(int limit) {
        this.limit = limit;
    }

    synchronized void begin() {
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
    }

    synchronized void end() {
        inFlight--;
    }

    synchronized void add(SeenRequest request, Answer answer) {
        requests++;
        // a path that is not served is one entry, however many there are
        byPath.merge(answer.http() == 404 ? "(other)" : request.path(), 1L, Long::sum);
        cardsAsked += request.cards().size();
        refused += answer.refused() ? 1 : 0;
        violations += answer.violation() != null ? 1 : 0;
        reusedTransids += CmiotChecks.REUSED.equals(answer.violation()) ? 1 : 0;
        if (request.fault() != null) {
            faults.merge(request.fault(), 1L, Long::sum);
        } else if ((request.path().equals(Paths.LOGIN) || request.path().equals(Paths.ONELINK_LOGIN))
                && !answer.refused()) {
            logins++;
        }
        newest.addLast(request);
        if (newest.size() > limit) {
            newest.removeFirst();
        }
    }

    synchronized List<SeenRequest> list() {
        return new ArrayList<>(newest);
    }

    synchronized Counters counters() {
        return new Counters(
                requests,
                logins,
                new TreeMap<>(byPath),
                refused,
                violations,
                reusedTransids,
                maxInFlight,
                cardsAsked,
                Map.copyOf(faults));
    }
}
