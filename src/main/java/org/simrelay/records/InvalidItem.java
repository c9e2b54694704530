package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An item that gives no event.
 *
 * @param card its card's number, null where it has none
 * @param why what does not fit
 * @param kind what does not fit, without the value: items of one kind are one failure
 * @param item as the vendor gave it, null for a card that is not in the reply
 */
public record InvalidItem(@Nullable String card, String why, String kind, @Nullable JsonNode item) {}
