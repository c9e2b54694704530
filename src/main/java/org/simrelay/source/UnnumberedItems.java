package org.simrelay.source;

import com.carrotsearch.hppc.LongIntHashMap;
import com.fasterxml.jackson.databind.JsonNode;
import org.simrelay.inventory.CardHash;

/**
 * Tells items without a card number apart within one pass: items that look alike are as many cards, and the same ones in each
 * pass, on whatever page they stand. For one thread.
 */
final class UnnumberedItems {

    private final LongIntHashMap counts = new LongIntHashMap();
    private final LongIntHashMap places = new LongIntHashMap();

    /** Tells apart those of one page, which may be read again. */
    final class Page {

        private final int page;
        private final LongIntHashMap onPage = new LongIntHashMap();

        private Page(int page) {
            this.page = page;
        }

        /** What stands for an item, in the place of its card. */
        long fingerprint(JsonNode item) {
            String text = item.toString();
            long content = CardHash.of(text);
            long place = CardHash.of(text + '/' + page + '/' + onPage.addTo(content, 1));
            if (!places.containsKey(place)) {
                places.put(place, counts.addTo(content, 1));
            }
            return CardHash.of(text + '/' + places.get(place));
        }
    }

    /** The items of a page that was just read. */
    Page on(int page) {
        return new Page(page);
    }
}
