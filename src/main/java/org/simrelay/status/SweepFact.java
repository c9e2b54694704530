package org.simrelay.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a record of sim.sweeps says.
 *
 * @param outcome complete, partial, failed or skipped; null for one that says that the sweep began
 * @param endedAt null where it began
 * @param expected null while it is not known
 * @param place where the record stands
 */
public record SweepFact(
        String sweep,
        String poll,
        String account,
        @Nullable String outcome,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long expected,
        long published,
        long unchanged,
        long failed,
        @Nullable String reason,
        Place place) {

    /** A place in sim.sweeps. */
    public record Place(int partition, long offset) {}

    private static final String REPLAY = "/replay";

    /**
     * Reads a record's value.
     *
     * @throws RuntimeException for a value that is none of ours
     */
    static SweepFact of(JsonNode node, Place place) {
        JsonNode expected = node.path("expected");
        String ended = node.path("endedAt").textValue();
        return new SweepFact(
                node.required("sweep").textValue(),
                node.required("poll").textValue(),
                node.required("account").textValue(),
                node.path("outcome").textValue(),
                Instant.parse(node.required("startedAt").textValue()),
                ended == null ? null : Instant.parse(ended),
                expected.isNumber() ? (Long) expected.longValue() : null,
                node.path("published").longValue(),
                node.path("unchanged").longValue(),
                node.path("failed").longValue(),
                node.path("reason").textValue(),
                place);
    }

    /** Whether it asked for all cards of the poll, and not only for some that had failed. */
    boolean isWhole() {
        return !sweep.endsWith(REPLAY);
    }

    /** When it is said. */
    public Instant at() {
        return endedAt == null ? startedAt : endedAt;
    }

    /** What stands behind it in the same partition came later, whatever the clock was set to; of two partitions the time tells. */
    boolean isLaterThan(@Nullable SweepFact other) {
        if (other == null) {
            return true;
        }
        return place.partition() == other.place.partition()
                ? place.offset() >= other.place.offset()
                : !at().isBefore(other.at());
    }
}
