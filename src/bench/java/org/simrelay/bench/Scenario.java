package org.simrelay.bench;

/**
 * A workload under given conditions.
 *
 * @param latencyMs how long the vendor takes to answer
 * @param cards how many cards a sweep is over
 * @param concurrency requests in flight at once
 */
public record Scenario(Workload workload, int latencyMs, int cards, int concurrency) {

    /** More cards a second than this nothing can bring: a request brings its cards after the latency. */
    double allowedCardsPerSecond() {
        return latencyMs == 0
                ? Double.POSITIVE_INFINITY
                : concurrency * 1000.0 / latencyMs * workload.cardsPerRequest();
    }

    String title() {
        return workload.vendor() + ", " + String.format("%,d", cards) + " cards, " + workload.cardsPerRequest()
                + " a request, vendor at " + latencyMs + " ms, " + concurrency + " requests in flight";
    }

    @Override
    public String toString() {
        return workload.vendor() + "-" + latencyMs + "ms";
    }
}
