package org.simrelay.lifecycle;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.ReplayedCards;

/**
 * The cards that a replay asks for.
 *
 * @param inventory a file of them; null to ask for all that the poll asks
 * @param replayed told which of them were published
 * @param asOf when the sweep that failed was due: what is asked depends on it
 */
public record AskedAgain(@Nullable Path inventory, ReplayedCards replayed, Instant asOf) {}
