package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which fields of a sweep's records had a value, against those that had one in earlier sweeps: a field that a vendor renames
 * becomes null for all cards, and every record still fits. Looks at the first records until each field that is due was seen, and
 * no further: later ones cost the reading of a flag. Thread-safe.
 */
public final class FilledFields {

    /** So many are looked at, where it is not known what is due. */
    static final int LEARNS_FROM = 200;

    /** Fewer may all lack a field by chance. */
    static final int FEWEST = 10;

    private final Set<String> filled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looked = new AtomicInteger();
    private volatile Set<String> due = Set.of();
    private volatile boolean settled;

    /** These had a value in earlier sweeps. */
    void expect(Set<String> fields) {
        due = fields;
    }

    void look(JsonNode value) {
        if (settled) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!field.getValue().isNull()) {
                filled.add(field.getKey());
            }
        }
        settled = looked.incrementAndGet() >= LEARNS_FROM && filled.containsAll(due);
    }

    /** Those that had a value. */
    Set<String> filled() {
        return filled;
    }

    /** Those that were due and had none in any record; none where there were few records. */
    Set<String> lost() {
        Set<String> lost = new TreeSet<>(looked.get() < FEWEST ? Set.of() : due);
        lost.removeAll(filled);
        return lost;
    }
}
