package org.simrelay.sandbox.vendor;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cards that tests take out of the replies, and cards that poison their batch. */
final class Omissions {
    private final Set<String> once = ConcurrentHashMap.newKeySet();
    private final Set<String> always = ConcurrentHashMap.newKeySet();
    private final Set<String> poisonous = ConcurrentHashMap.newKeySet();

    void omitOnce(String card) {
        once.add(card);
    }

    void omitAlways(String card) {
        always.add(card);
    }

    void poison(String card) {
        poisonous.add(card);
    }

    void clear() {
        once.clear();
        always.clear();
        poisonous.clear();
    }

    boolean poisons(String card) {
        return poisonous.contains(card);
    }

    /** The cards that stay in a reply; "once" is used up by it. */
    List<String> left(List<String> cards) {
        if (once.isEmpty() && always.isEmpty()) {
            return cards;
        }
        return cards.stream()
                .filter(c -> !always.contains(c) && !once.remove(c))
                .toList();
    }
}
