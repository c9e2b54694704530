package org.simrelay.inventory;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.simrelay.inventory.Inventory.Cursor;
import org.simrelay.inventory.Inventory.Line;

/**
 * What a first reading of an inventory finds, exact and in memory that grows by two bytes a card: a Bloom filter picks
 * the few cards that may stand twice, a second reading counts just those.
 *
 * @param cards distinct cards
 * @param fingerprint of the cards in their order
 * @param repeated the cards that stand more than once
 * @param badLines lines without a card
 * @param firstBad the number of the first of them, 0 if there is none
 */
public record Survey(long cards, long fingerprint, Set<String> repeated, long badLines, long firstBad) {

    private static final double FALSE_POSITIVES = 0.001;
    private static final int SHORTEST_LINE = 8;

    static Survey of(Inventory inventory) throws IOException {
        long most = Math.max(1000, inventory.size() / SHORTEST_LINE);
        BloomFilter<Long> seen = BloomFilter.create(Funnels.longFunnel(), most, FALSE_POSITIVES);
        Set<String> suspects = new HashSet<>();
        long cards = 0;
        long fingerprint = 0;
        long badLines = 0;
        long firstBad = 0;
        try (Cursor cursor = inventory.open()) {
            for (Line line = cursor.next(); line != null; line = cursor.next()) {
                if (line.card() == null) {
                    badLines++;
                    firstBad = firstBad == 0 ? line.number() : firstBad;
                } else {
                    cards++;
                    long hash = Hashing.farmHashFingerprint64()
                            .hashUnencodedChars(line.card())
                            .asLong();
                    fingerprint = fingerprint * 31 + hash;
                    if (!seen.put(hash)) {
                        suspects.add(line.card());
                    }
                }
            }
        }
        Map<String, Integer> counts = suspects.isEmpty() ? Map.of() : count(inventory, suspects);
        Set<String> repeated = new HashSet<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (count.getValue() > 1) {
                repeated.add(count.getKey());
                cards -= count.getValue() - 1;
            }
        }
        return new Survey(cards, fingerprint, repeated, badLines, firstBad);
    }

    private static Map<String, Integer> count(Inventory inventory, Set<String> suspects) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        try (Cursor cursor = inventory.open()) {
            for (Line line = cursor.next(); line != null; line = cursor.next()) {
                if (line.card() != null && suspects.contains(line.card())) {
                    counts.merge(line.card(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
