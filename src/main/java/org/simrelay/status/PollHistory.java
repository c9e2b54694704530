package org.simrelay.status;

import org.jspecify.annotations.Nullable;

/**
 * What sim.sweeps says of a poll for one account.
 *
 * @param complete its last complete sweep over all its cards: a replay of some is none
 * @param end its last end, a skipped sweep's too
 * @param begun a sweep that began and whose end is not told; null where there is none
 */
public record PollHistory(@Nullable SweepFact complete, @Nullable SweepFact end, @Nullable SweepFact begun) {

    /** Nothing is known. */
    public static final PollHistory NONE = new PollHistory(null, null, null);

    /** With one more record; those of a poll come in their order, but for what stood in other partitions once. */
    PollHistory with(SweepFact fact) {
        if (fact.outcome() == null) {
            return fact.isLaterThan(begun) ? new PollHistory(complete, end, fact) : this;
        }
        boolean counts = fact.outcome().equals("complete") && fact.isWhole() && fact.isLaterThan(complete);
        SweepFact open = begun;
        boolean closes = open != null && open.sweep().equals(fact.sweep());
        return new PollHistory(counts ? fact : complete, fact.isLaterThan(end) ? fact : end, closes ? null : open);
    }
}
