package org.simrelay.inventory;

/**
 * What an inventory holds.
 *
 * @param cards distinct cards
 * @param fingerprint of the distinct cards in their order
 * @param badLines lines without a card
 * @param firstBad the number of the first of them, 0 if there is none
 */
public record InventoryScan(long cards, long fingerprint, long badLines, long firstBad) {}
