package org.simrelay.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Cards;
import org.simrelay.mask.Mask;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;
import org.simrelay.status.PollStatus;
import org.simrelay.status.SweepFact;

/** What Kafka says of all polls as one JSON object. */
final class StatusJson {

    private StatusJson() {}

    static String of(List<PollStatus> polls, Instant now) {
        ObjectNode root = Json.MAPPER.createObjectNode().put("at", now.toString());
        ArrayNode all = root.putArray("polls");
        polls.forEach(poll -> all.add(poll(poll, now)));
        return root.toString();
    }

    private static ObjectNode poll(PollStatus poll, Instant now) {
        Instant complete = poll.completeAt();
        Duration age = poll.age(now);
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("poll", poll.key())
                .put("here", poll.here())
                .put("completeAt", complete == null ? null : complete.toString())
                .put("ageSeconds", age == null ? null : (Long) age.toSeconds());
        node.set("last", end(poll.history().end()));
        node.putObject("open")
                .put("records", poll.open().failures())
                .put("cards", poll.open().cards());
        node.set("running", running(poll.running()));
        return node.put("owner", poll.owner());
    }

    private static @Nullable ObjectNode end(@Nullable SweepFact end) {
        return end == null
                ? null
                : Json.MAPPER
                        .createObjectNode()
                        .put("sweep", end.sweep())
                        .put("outcome", end.outcome())
                        .put("endedAt", String.valueOf(end.endedAt()))
                        .put("expected", end.expected())
                        .put("published", end.published())
                        .put("failed", end.failed())
                        .put("reason", reason(end));
    }

    /** Why a sweep ended as it did; a vendor's words may hold card numbers. */
    static @Nullable String reason(SweepFact end) {
        String reason = end.reason();
        return reason == null ? null : Cards.hiddenIn(Mask.secrets(reason), List.of());
    }

    private static @Nullable ObjectNode running(@Nullable Checkpoint running) {
        return running == null
                ? null
                : Json.MAPPER
                        .createObjectNode()
                        .put("sweep", running.sweep().toString())
                        .put("startedAt", running.startedAt().toString())
                        .put("expected", running.expected())
                        .put("published", running.acknowledged());
    }
}
