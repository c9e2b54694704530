package org.simrelay.inventory;

import com.carrotsearch.hppc.LongIntHashMap;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.simrelay.inventory.Inventory.Cursor;
import org.simrelay.inventory.Inventory.Line;
import org.simrelay.sweep.CardHash;

/**
 * What a first reading of an inventory finds, exact and in memory that grows by ten bits a card: a Bloom filter picks the
 * one card in a hundred that may stand twice, a second reading counts just those, and a third one, where any does stand
 * twice, those by their letters.
 *
 * @param cards distinct cards
 * @param fingerprint of the cards in their order
 * @param repeated the cards that stand more than once
 * @param badLines lines without a card
 * @param firstBad the number of the first of them, 0 if there is none
 */
public record Survey(long cards, long fingerprint, Set<String> repeated, long badLines, long firstBad) {

    private static final double FALSE_POSITIVES = 0.01;

    static Survey of(Inventory inventory) throws IOException {
        BloomFilter<Long> seen = BloomFilter.create(Funnels.longFunnel(), inventory.lines(), FALSE_POSITIVES);
        LongIntHashMap suspects = new LongIntHashMap();
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
                    long hash = CardHash.of(line.card());
                    fingerprint = fingerprint * 31 + hash;
                    if (!seen.put(hash)) {
                        suspects.put(hash, 0);
                    }
                }
            }
        }
        Map<String, Integer> counts = counts(inventory, suspects);
        for (int count : counts.values()) {
            cards -= count - 1;
        }
        return new Survey(cards, fingerprint, Set.copyOf(counts.keySet()), badLines, firstBad);
    }

    /** How often each of the cards stands that stand more than once. */
    private static Map<String, Integer> counts(Inventory inventory, LongIntHashMap suspects) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        if (!suspects.isEmpty() && anyTwice(inventory, suspects)) {
            try (Cursor cursor = inventory.open()) {
                for (Line line = cursor.next(); line != null; line = cursor.next()) {
                    if (line.card() != null && suspects.get(CardHash.of(line.card())) > 1) {
                        counts.merge(line.card(), 1, Integer::sum);
                    }
                }
            }
            counts.values().removeIf(count -> count == 1);
        }
        return counts;
    }

    private static boolean anyTwice(Inventory inventory, LongIntHashMap suspects) throws IOException {
        boolean any = false;
        try (Cursor cursor = inventory.open()) {
            for (Line line = cursor.next(); line != null; line = cursor.next()) {
                int index = line.card() == null ? -1 : suspects.indexOf(CardHash.of(line.card()));
                if (index >= 0) {
                    int count = suspects.indexGet(index) + 1;
                    suspects.indexReplace(index, count);
                    any |= count > 1;
                }
            }
        }
        return any;
    }
}
