package org.simrelay.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.simrelay.records.RememberedValues;

/** Puts together what polls that publish changes only left in {@code sim.checkpoints}. */
final class ValueParts {

    /**
     * Of one poll and account.
     *
     * @param head how they stand
     * @param parts in order, none where they say nothing
     */
    record Kept(RememberedValues.Head head, List<byte[]> parts) {
        boolean isKnown() {
            return !head.publishing() && parts.size() == head.parts();
        }
    }

    private final Map<String, RememberedValues.Head> heads = new HashMap<>();
    private final Map<String, TreeMap<Integer, byte[]>> parts = new HashMap<>();

    /** @throws IOException for a value that is none of ours */
    void add(String key, JsonNode value) throws IOException {
        String poll = value.required("poll").textValue();
        if (key.endsWith(RememberedValues.HEAD)) {
            heads.put(poll, RememberedValues.Head.of(value));
        } else {
            parts.computeIfAbsent(poll, p -> new TreeMap<>())
                    .put(value.required("part").intValue(), RememberedValues.values(value));
        }
    }

    /** By the key of each poll and account. */
    Map<String, Kept> all() {
        Map<String, Kept> all = new HashMap<>();
        heads.forEach((poll, head) -> all.put(
                poll,
                new Kept(
                        head,
                        List.copyOf(parts.getOrDefault(poll, new TreeMap<>())
                                .headMap(head.parts())
                                .values()))));
        return all;
    }
}
