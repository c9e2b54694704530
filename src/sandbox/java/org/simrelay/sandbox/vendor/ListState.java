package org.simrelay.sandbox.vendor;

import java.time.Instant;
import java.util.List;

/**
 * What a list was for a while.
 *
 * @param since when it became so
 * @param cards in the vendor's order
 */
public record ListState(Instant since, List<String> cards) {}
