package org.simrelay.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Json;

/** What the command {@code status} and the page's API say alike of a poll, for programs. */
public final class PollJson {

    private PollJson() {}

    /** Adds when the last complete sweep ended, and how old that is; null where there is none. */
    public static ObjectNode complete(ObjectNode poll, @Nullable Instant completeAt, Instant now) {
        Duration age = PollStatus.age(completeAt, now);
        return poll.put("completeAt", text(completeAt)).put("ageSeconds", age == null ? null : (Long) age.toSeconds());
    }

    /** How a sweep ended. */
    public static ObjectNode end(
            String sweep,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Instant endedAt,
            @Nullable Long expected,
            long published,
            long unchanged,
            long failed) {
        return Json.MAPPER
                .createObjectNode()
                .put("sweep", sweep)
                .put("outcome", outcome)
                .put("reason", reason)
                .put("endedAt", text(endedAt))
                .put("expected", expected)
                .put("published", published)
                .put("unchanged", unchanged)
                .put("failed", failed);
    }

    /** How much stands open; null where that is not known yet. */
    public static ObjectNode open(@Nullable OpenTotal open) {
        return Json.MAPPER
                .createObjectNode()
                .put("records", open == null ? null : (Long) open.failures())
                .put("cards", open == null ? null : (Long) open.cards());
    }

    /** Which process has an account. */
    public static ObjectNode owner(String instance, String address, Instant since) {
        return Json.MAPPER
                .createObjectNode()
                .put("instance", instance)
                .put("address", address)
                .put("since", text(since));
    }

    /** A moment as JSON has it. */
    public static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
