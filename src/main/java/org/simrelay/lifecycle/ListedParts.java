package org.simrelay.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.simrelay.records.ListedCards;

/** Puts the parts of remembered lists together; one that lacks a part is as good as none. */
final class ListedParts {

    private final Map<String, TreeMap<Integer, byte[]>> parts = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    /** @throws IOException for a value that is none of ours */
    void add(JsonNode value) throws IOException {
        String poll = value.required("poll").textValue();
        parts.computeIfAbsent(poll, p -> new TreeMap<>())
                .put(value.required("part").intValue(), ListedCards.part(value));
        sizes.put(poll, value.required("parts").intValue());
    }

    /** By the key of each poll and account. */
    Map<String, ListedCards> all() {
        Map<String, ListedCards> all = new HashMap<>();
        parts.forEach((poll, known) -> {
            if (known.size() == sizes.getOrDefault(poll, -1)) {
                all.put(poll, new ListedCards(List.copyOf(known.values())));
            }
        });
        return all;
    }
}
