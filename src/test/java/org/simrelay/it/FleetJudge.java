package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.simrelay.chaos.world.Lag;
import org.simrelay.it.Stand.Read;
import org.simrelay.records.Json;
import org.simrelay.sandbox.vendor.SeenRequest;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** What vendor and subscribers have seen of machines that share accounts, held against what was promised. */
final class FleetJudge {

    private static final Duration WINDOW = Duration.ofSeconds(4);
    // the first of a window; and what comes late by the load of this machine, or beside a login
    private static final int BESIDE = 3;
    // what is seen late is seen a moment before or after it is known to be late
    private static final Duration NEAR = Duration.ofSeconds(1);

    private final Stand stand;
    private final Lag lag;
    private final int pace;

    /**
     * @param lag of this machine, where the vendor is too: what came while it stood still is seen all at once
     * @param pace requests a second of each account
     */
    FleetJudge(Stand stand, Lag lag, int pace) {
        this.stand = stand;
        this.lag = lag;
        this.pace = pace;
    }

    /** The vendor has seen no more of an account than its pace, whichever machine asked. */
    void pace(VendorSimulator vendor) {
        Map<String, String> accounts = vendor.tokenAccounts();
        Map<String, List<Instant>> asked = new TreeMap<>();
        for (SeenRequest request : vendor.seen()) {
            Map<String, String> parameters = request.parameters();
            String account = parameters.containsKey("accessToken")
                    ? accounts.getOrDefault(parameters.get("accessToken"), "")
                    : parameters.getOrDefault("account", "");
            asked.computeIfAbsent(account, a -> new ArrayList<>()).add(request.at());
        }
        asked.forEach((account, times) -> {
            times.sort(null);
            int first = 0;
            for (int last = 0; last < times.size(); last++) {
                while (times.get(first).plus(WINDOW).isBefore(times.get(last))) {
                    first++;
                }
                Duration late = lag.between(
                        times.get(first).minus(NEAR), times.get(last).plus(NEAR));
                assertThat(last - first + 1)
                        .as("requests of %s in the %s before %s, %s late", account, WINDOW, times.get(last), late)
                        .isLessThanOrEqualTo((int) (WINDOW.plus(late).toMillis() * pace / 1000) + BESIDE);
            }
        });
    }

    /**
     * Each sweep that began has one end, which is complete, and all its cards.
     *
     * @param cards of each key, a poll or {@code <poll>.<account>}
     * @return how many sweeps each key had
     */
    Map<String, Integer> sweeps(Map<String, Set<String>> cards) throws IOException {
        Map<String, Integer> begun = new TreeMap<>();
        Map<String, List<JsonNode>> ends = new TreeMap<>();
        for (Read record : stand.records("sim.sweeps")) {
            JsonNode sweep = Json.MAPPER.readTree(record.value());
            String id = sweep.path("sweep").textValue();
            if (sweep.path("phase").textValue().equals("started")) {
                begun.merge(id, 1, Integer::sum);
            } else {
                ends.computeIfAbsent(id, i -> new ArrayList<>()).add(sweep);
            }
        }
        assertThat(ends.keySet()).isEqualTo(begun.keySet());
        Map<String, Set<String>> published = published();
        Map<String, Integer> counts = new TreeMap<>();
        begun.keySet().forEach(id -> {
            String key = id.substring(0, id.indexOf('@'));
            Set<String> own = cards.getOrDefault(key, Set.of());
            assertThat(ends.get(id)).as(id).singleElement().satisfies(end -> {
                assertThat(end.path("outcome").textValue()).as(id).isEqualTo("complete");
                assertThat(end.path("published").intValue()).as(id).isEqualTo(own.size());
            });
            assertThat(published.getOrDefault(id, Set.of())).as(id).isEqualTo(own);
            counts.merge(key, 1, Integer::sum);
        });
        assertThat(stand.records("sim.failures")).isEmpty();
        return counts;
    }

    private Map<String, Set<String>> published() {
        Map<String, Set<String>> published = new TreeMap<>();
        stand.records("sim.usage").forEach(record -> published
                .computeIfAbsent(String.valueOf(record.headers().get("ce_sweep")), sweep -> new TreeSet<>())
                .add(record.key()));
        return published;
    }
}
