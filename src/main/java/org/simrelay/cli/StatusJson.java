package org.simrelay.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Cards;
import org.simrelay.mask.Mask;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;
import org.simrelay.status.PollJson;
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
        ObjectNode node = Json.MAPPER.createObjectNode().put("poll", poll.key()).put("here", poll.here());
        PollJson.complete(node, poll.completeAt(), now);
        node.set("last", end(poll.history().end()));
        node.set("open", PollJson.open(poll.open()));
        node.set("running", running(poll.running()));
        Owner owner = poll.owner();
        node.set("owner", owner == null ? null : PollJson.owner(owner.instance(), owner.address(), owner.since()));
        return node;
    }

    private static @Nullable ObjectNode end(@Nullable SweepFact end) {
        return end == null
                ? null
                : PollJson.end(
                        end.sweep(),
                        end.outcome(),
                        reason(end),
                        end.endedAt(),
                        end.expected(),
                        end.published(),
                        end.unchanged(),
                        end.failed());
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
                        .put("published", running.acknowledged())
                        .put("unchanged", running.unchanged());
    }
}
