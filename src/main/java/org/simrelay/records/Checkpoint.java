package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Accounts;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.SweepId;

/**
 * A sweep's place, as it stands in {@code sim.checkpoints}: one record a poll, compacted.
 *
 * @param timed whether a timer began it; a sweep by hand is remembered under its own id
 * @param open whether the sweep still lacks its end
 * @param expected the cards it is to publish, null where that is not known
 * @param acknowledged all cards that Kafka has acknowledged, those behind a gap too
 * @param unchanged all cards whose last event said the same, those behind a gap too
 * @param requests HTTP calls so far, retries and logins among them
 * @param asOf when what it asks for was due; for another time than its own where it asks again for what failed
 */
public record Checkpoint(
        SweepId sweep,
        Instant startedAt,
        boolean timed,
        boolean open,
        Progress progress,
        @Nullable Long expected,
        long acknowledged,
        long unchanged,
        long requests,
        long retries,
        long logins,
        Instant asOf) {

    /** Behind a poll: the key of the size of its inventory. */
    public static final String CARDS = "/cards";

    /** Behind a poll: the key of when its last complete sweep ended. */
    public static final String COMPLETE = "/complete";

    /** Behind a poll: the key of the last tick that was skipped. */
    public static final String SKIPPED = "/skipped";

    /** The field beside a checkpoint's own: the last second that the account's transaction ids have used. */
    public static final String SECOND = "second";

    /** In front of what its topic refused. */
    public static final String UNTOLD = "untold/";

    /** The value of its record. */
    public ObjectNode json(ObjectNode node) {
        return node.put("poll", sweep.poll())
                .put("account", sweep.account())
                .put("replay", sweep.replay())
                .put("scheduledAt", sweep.scheduledAt().toString())
                .put("startedAt", startedAt.toString())
                .put("timed", timed)
                .put("open", open)
                .put("fingerprint", progress.fingerprint())
                .put("batch", progress.batch())
                .put("published", progress.published())
                .put("failed", progress.failed())
                .put("unchanged", progress.unchanged())
                .put("expected", expected)
                .put("acknowledged", acknowledged)
                .put("unchangedInAll", unchanged)
                .put("requests", requests)
                .put("retries", retries)
                .put("logins", logins)
                .put("asOf", asOf.toString());
    }

    /**
     * Reads a record's value.
     *
     * @throws RuntimeException for a value that is none of ours
     */
    public static Checkpoint of(JsonNode node) {
        return new Checkpoint(
                new SweepId(
                        node.required("poll").textValue(),
                        node.path("account").asText(Accounts.FIRST),
                        Instant.parse(node.required("scheduledAt").textValue()),
                        node.path("replay").asBoolean(false)),
                Instant.parse(node.required("startedAt").textValue()),
                node.path("timed").asBoolean(true),
                node.required("open").booleanValue(),
                new Progress(
                        node.required("fingerprint").textValue(),
                        node.required("batch").longValue(),
                        node.required("published").longValue(),
                        node.required("failed").longValue(),
                        node.path("unchanged").asLong(0)),
                node.required("expected").isNull()
                        ? null
                        : (Long) node.required("expected").longValue(),
                node.path("acknowledged").asLong(node.required("published").longValue()),
                node.path("unchangedInAll").asLong(0),
                node.required("requests").longValue(),
                node.required("retries").longValue(),
                node.required("logins").longValue(),
                Instant.parse(
                        node.path("asOf").asText(node.required("scheduledAt").textValue())));
    }
}
