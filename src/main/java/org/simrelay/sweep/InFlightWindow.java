package org.simrelay.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The requests of a sweep that were handed out and are not finished, and whether there are as many as may be: in requests that wait
 * for the vendor, and in bytes, requests and time of records that wait for Kafka. Its owner's lock guards it.
 */
final class InFlightWindow {

    // Kafka's acknowledgement takes longer than a vendor's answer may
    private static final int MOST_UNACKNOWLEDGED = 1000;
    private static final int MOST_LAG_MILLIS = 2000;

    /** When the records of an answer, so many bytes, went to Kafka. */
    private record Answered(long millis, long bytes) {}

    private final Sweep sweep;
    private final int mostAsked;
    private final int refillAt;
    private final Set<Request> handedOut = new LinkedHashSet<>();
    private final Map<Request, Answered> unacknowledged = new LinkedHashMap<>();
    private int asked;
    private long lastAnswer;
    private long bytes;

    /**
     * Opens it; {@link #close} gives back what it takes of the account.
     *
     * @param mostAsked requests that may wait for the vendor or be worked on at once
     */
    InFlightWindow(Sweep sweep, int mostAsked) {
        this.sweep = sweep;
        this.mostAsked = mostAsked;
        this.refillAt = mostAsked - Math.max(1, mostAsked / 2);
        // a sweep waits for its next request on a thread of its own
        sweep.account().threads().waiting();
        sweep.account().inFlightBytes().begun();
    }

    boolean isFull() {
        if (sweep.preview() != null) {
            return !handedOut.isEmpty();
        }
        return asked >= mostAsked
                || unacknowledged.size() >= MOST_UNACKNOWLEDGED
                || bytes >= sweep.account().inFlightBytes().each()
                || isKafkaLagging();
    }

    /** Answers came in for longer than Kafka may take to acknowledge one: more of them would only wait too. */
    private boolean isKafkaLagging() {
        return !unacknowledged.isEmpty()
                && unacknowledged.values().iterator().next().millis() + MOST_LAG_MILLIS < lastAnswer;
    }

    /** Whether so few are asked that more are worth a wake-up: half at a time, waking a thread for each costs more than the request. */
    boolean isRefillDue() {
        return asked <= refillAt;
    }

    /** How many requests are in flight. */
    int size() {
        return handedOut.size();
    }

    void handOut(Request request) {
        handedOut.add(request);
        asked++;
    }

    /** The request is answered, and its records go to Kafka; true the first time it is said of one in flight. */
    boolean tryAnswer(Request request, long recordBytes) {
        if (!handedOut.contains(request) || unacknowledged.containsKey(request)) {
            return false;
        }
        asked--;
        bytes += recordBytes;
        lastAnswer = sweep.account().monotonic().millis();
        unacknowledged.put(request, new Answered(lastAnswer, recordBytes));
        return true;
    }

    /** The request is finished, answered or not. */
    void settle(Request request) {
        handedOut.remove(request);
        Answered answered = unacknowledged.remove(request);
        if (answered == null) {
            asked--;
        } else {
            bytes -= answered.bytes();
        }
    }

    /** Nothing more is handed out. Gives those that are not finished: whatever may still come of them is not counted. */
    List<Request> close() {
        sweep.account().threads().resumed();
        sweep.account().inFlightBytes().ended();
        List<Request> lost = new ArrayList<>();
        for (Request request : handedOut) {
            if (request.tryFinish()) {
                request.lose();
                lost.add(request);
            }
        }
        return lost;
    }
}
