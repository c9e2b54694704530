package org.simrelay.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records of one account that their topics refuse for good, in the order they were said. For one thread. */
final class UntoldRecords {

    private final Map<String, Untold> byKey = new LinkedHashMap<>();
    private final Map<String, Integer> perSweep = new HashMap<>();
    private long order;

    /** @param order where counting begins: above that of every earlier process */
    UntoldRecords(long order) {
        this.order = order;
    }

    /** What a former process left. */
    void restore(Collection<Untold> earlier) {
        earlier.stream().sorted().forEach(one -> {
            // the clock that its order came from may have been ahead of this one's
            order = Math.max(order, one.order());
            add(one);
        });
    }

    /** Nothing is known any more. */
    void clear() {
        byKey.clear();
        perSweep.clear();
    }

    /** A record that is to be remembered. */
    Untold of(LedgerEntry entry) {
        return new Untold(++order, entry);
    }

    /** It is remembered in Kafka from now on. */
    void add(Untold untold) {
        if (byKey.put(untold.key(), untold) == null) {
            perSweep.merge(untold.entry().sweep(), 1, Integer::sum);
        }
    }

    /** It was told. */
    void remove(Untold untold) {
        if (byKey.remove(untold.key()) != null) {
            perSweep.computeIfPresent(
                    untold.entry().sweep(), (sweep, count) -> count == 1 ? null : (Integer) (count - 1));
        }
    }

    /** Whether something of a sweep could not be told: then nothing that follows of it is told before that. */
    boolean holds(String sweep) {
        return perSweep.containsKey(sweep);
    }

    List<Untold> all() {
        return List.copyOf(byKey.values());
    }

    /** The {@code ce_id}s of all. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        byKey.values().forEach(one -> ids.add(one.id()));
        return ids;
    }

    int size() {
        return byKey.size();
    }
}
