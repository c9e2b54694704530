package org.simrelay.status;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.simrelay.inventory.CardHash;

/**
 * The failures that stand open: how many each poll has, and of the newest what they say. Its memory is bounded: of the others a
 * fingerprint of the id is held, of no more than {@link #MOST_COUNTED}. Not thread-safe.
 */
final class OpenBook {

    static final int MOST_SHOWN = 300;
    static final int MOST_SHOWN_OF_ONE = 50;
    private static final int MOST_COUNTED = 200_000;

    private final int mostCounted;
    // by the fingerprint of its id, how many cards it is about
    private final LongIntHashMap counted = new LongIntHashMap();
    private final Map<String, OpenTotal> totals = new TreeMap<>();
    private final Map<String, Map<String, OpenItem>> shown = new TreeMap<>();
    private int shownNow;
    private boolean more;

    OpenBook() {
        this(MOST_COUNTED);
    }

    OpenBook(int mostCounted) {
        this.mostCounted = mostCounted;
    }

    /** It stands open; said again it counts once. */
    void open(OpenItem item) {
        closed(item.key(), item.id());
        if (counted.size() >= mostCounted) {
            more = true;
            return;
        }
        int cards = Math.toIntExact(Math.min(Integer.MAX_VALUE, item.count() == null ? 0 : item.count()));
        counted.put(CardHash.of(item.id()), cards);
        totals.merge(item.key(), new OpenTotal(1, cards), OpenTotal::plus);
        shown.computeIfAbsent(item.key(), k -> new LinkedHashMap<>()).put(item.id(), item);
        shownNow++;
        trim(item.key());
    }

    /** It stands open no more. */
    void closed(String key, String id) {
        long hash = CardHash.of(id);
        int at = counted.indexOf(hash);
        if (!counted.indexExists(at)) {
            return;
        }
        int cards = counted.indexGet(at);
        counted.remove(hash);
        totals.computeIfPresent(key, (k, total) -> total.failures() <= 1 ? null : total.less(cards));
        Map<String, OpenItem> ofKey = shown.get(key);
        if (ofKey != null && ofKey.remove(id) != null) {
            shownNow--;
        }
    }

    private void trim(String key) {
        Map<String, OpenItem> ofKey = shown.getOrDefault(key, Map.of());
        if (ofKey.size() > MOST_SHOWN_OF_ONE) {
            removeOldest(ofKey);
        } else if (shownNow > MOST_SHOWN) {
            shown.values().stream().max(Comparator.comparingInt(Map::size)).ifPresent(this::removeOldest);
        }
    }

    private void removeOldest(Map<String, OpenItem> items) {
        Iterator<OpenItem> oldest = items.values().iterator();
        oldest.next();
        oldest.remove();
        shownNow--;
    }

    /** How many stand open of a poll. */
    OpenTotal of(String key) {
        return totals.getOrDefault(key, OpenTotal.NONE);
    }

    /** The polls of which some stand open. */
    Set<String> keys() {
        return Set.copyOf(totals.keySet());
    }

    /** How many stand open of all. */
    OpenTotal all() {
        return totals.values().stream().reduce(OpenTotal.NONE, OpenTotal::plus);
    }

    /** Those that are held, the newest first. */
    List<OpenItem> newest() {
        List<OpenItem> all = new ArrayList<>();
        shown.values().forEach(items -> all.addAll(items.values()));
        all.sort(Comparator.comparing(OpenItem::at).reversed());
        return all;
    }

    /** Whether there are more than were counted. */
    boolean isMore() {
        return more;
    }
}
