package org.simrelay.sandbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What came of all sweeps of a span of time. */
final class Totals {
    /** Distinct cards are counted up to here, so that a viewer of any fleet stays small. */
    private static final int MOST_DISTINCT = 1_000_000;

    private final Map<String, Integer> sweeps = new HashMap<>();
    private final Set<String> polls = new HashSet<>();
    private final Set<String> distinct = new HashSet<>();
    private long cards;
    private long failed;
    private long requests;
    private long retries;
    private long logins;

    void card(String card) {
        cards++;
        if (distinct.size() < MOST_DISTINCT) {
            distinct.add(card);
        }
    }

    void sweep(JsonNode ended) {
        sweeps.merge(ended.path("outcome").asText("?"), 1, Integer::sum);
        polls.add(ended.path("poll").asText());
        failed += ended.path("failed").asLong();
        requests += ended.path("requests").asLong();
        retries += ended.path("retries").asLong();
        logins += ended.path("logins").asLong();
    }

    /** How many polls have ended a sweep. */
    int polls() {
        return polls.size();
    }

    String sweepsText() {
        int all = sweeps.values().stream().mapToInt(Integer::intValue).sum();
        return Screen.number(all) + (all == 1 ? " sweep: " : " sweeps: ") + sweeps.getOrDefault("complete", 0)
                + " complete, " + sweeps.getOrDefault("partial", 0) + " partial, " + sweeps.getOrDefault("failed", 0)
                + " failed" + Screen.count(sweeps.getOrDefault("skipped", 0), "skipped", "skipped");
    }

    String cardsText() {
        String more = distinct.size() == MOST_DISTINCT ? " or more" : "";
        return Screen.number(cards) + (cards == 1 ? " card event, " : " card events, ") + Screen.number(distinct.size())
                + more + " distinct"
                + Screen.count(failed, "card failed", "cards failed");
    }

    String requestsText() {
        return Screen.number(requests) + " requests" + Screen.count(retries, "retry", "retries")
                + Screen.count(logins, "login", "logins");
    }

    /** The worst outcome there was, for a colour. */
    String worst() {
        if (sweeps.containsKey("failed")) {
            return "failed";
        }
        return sweeps.containsKey("partial") || sweeps.containsKey("skipped") ? "partial" : "complete";
    }
}
