package org.simrelay.chaos.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simrelay.chaos.world.Incidents.Sort;

/**
 * What Kafka has of one sweep.
 *
 * @param started its beginnings
 * @param ends its ends, one for each ce_id
 * @param events card events by ce_id, the last of each
 * @param failures its open failures by id
 */
record SweepFacts(
        String id, List<Read> started, List<Read> ends, Map<String, Read> events, Map<String, Read> failures) {
    /** Who is silent for so long may have lost its accounts: Kafka keeps a member for 6 s from its last heartbeat. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    static SweepFacts of(String id, Evidence evidence) {
        List<Read> started = new ArrayList<>();
        Map<String, Read> ends = new LinkedHashMap<>();
        Map<String, Read> events = new HashMap<>();
        Map<String, Read> failures = new LinkedHashMap<>();
        for (Read read : evidence.records()) {
            if (!read.sweep().equals(id)) {
                continue;
            }
            switch (read.topic()) {
                case "sim.sweeps" -> {
                    if (read.field("phase").equals("started")) {
                        started.add(read);
                    } else {
                        ends.put(read.id(), read);
                    }
                }
                case "sim.failures" -> {
                    if (read.field("status").equals("open")) {
                        failures.put(read.field("id"), read);
                    }
                }
                case "sim.checkpoints" -> {}
                default -> events.put(read.id(), read);
            }
        }
        return new SweepFacts(id, started, List.copyOf(ends.values()), events, failures);
    }

    String poll() {
        return id.substring(0, id.indexOf('@'));
    }

    boolean isOfInventory() {
        return !poll().startsWith("cmiot");
    }

    boolean isReplay() {
        return id.endsWith("/replay");
    }

    Read end() {
        return ends.get(0);
    }

    String outcome() {
        return end().field("outcome");
    }

    boolean isSkipped() {
        return ends.size() == 1 && outcome().equals("skipped");
    }

    Instant from() {
        String at =
                started.isEmpty() ? end().field("scheduledAt") : started.get(0).field("scheduledAt");
        return Instant.parse(at);
    }

    /** When the vendor gave the first answer that was published; its end where none was. */
    Instant firstAnswer() {
        return events.values().stream()
                .filter(e -> !isCleared(e))
                .map(e -> e.headers().getOrDefault("ce_time", ""))
                .filter(time -> !time.isEmpty())
                .map(time -> OffsetDateTime.parse(time).toInstant())
                .min(Comparator.naturalOrder())
                .orElseGet(this::to);
    }

    /** When a sweep was due, by its id. */
    static Instant dueAt(String id) {
        return Instant.parse(id.substring(id.indexOf('@') + 1).replace("/replay", ""));
    }

    Instant to() {
        return Instant.parse(end().field("endedAt"));
    }

    /** Whether a process of the service went away, or lost its accounts, or a second one came, while it ran. */
    boolean isInterrupted(Evidence evidence) {
        return evidence.incidents().any(from(), to().plusSeconds(1), Sort.GONE, Sort.SECOND, Sort.START)
                || evidence.incidents().silent(from(), to().plusSeconds(1), KEPT);
    }

    /** Cards with an event of what the vendor said. */
    Set<String> published() {
        return cards(false);
    }

    /** Cards with an event that says they have left the list. */
    Set<String> cleared() {
        return cards(true);
    }

    private Set<String> cards(boolean cleared) {
        Set<String> cards = new HashSet<>();
        events.values().stream().filter(e -> isCleared(e) == cleared).forEach(e -> cards.add(e.key()));
        return cards;
    }

    static boolean isCleared(Read event) {
        return event.field("status").equals("cleared") || event.field("result").equals("left");
    }

    /** Cards that a failure names. */
    Set<String> named() {
        Set<String> cards = new HashSet<>();
        failures.values().forEach(f -> f.value().path("cards").forEach(c -> cards.add(c.asText())));
        return cards;
    }

    /** Cards that failures count and do not name; null where one of them does not know. */
    @org.jspecify.annotations.Nullable Long counted() {
        long sum = 0;
        for (Read failure : failures.values()) {
            if (!failure.value().path("cards").isArray()) {
                if (!failure.value().path("count").isNumber()) {
                    return null;
                }
                sum += failure.value().path("count").asLong();
            }
        }
        return sum;
    }

    long number(String field) {
        return end().value().path(field).asLong(-1);
    }
}
