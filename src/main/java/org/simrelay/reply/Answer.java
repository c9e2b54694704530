package org.simrelay.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reply brought.
 *
 * @param items the vendor's items, in its order
 * @param total how many there are over all pages, null where the reply does not say
 */
public record Answer(List<Item> items, @Nullable Long total) {

    /**
     * One item.
     *
     * @param card its card's number, null where it has none that can be read
     * @param node as the vendor gave it
     */
    public record Item(@Nullable String card, JsonNode node) {}
}
