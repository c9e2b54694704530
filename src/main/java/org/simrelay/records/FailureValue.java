package org.simrelay.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The value of a record in sim.failures (DESIGN.md), with every secret of the account masked. */
final class FailureValue {

    private static final int REPLY_SHOWN = 1000;

    private final Sweep sweep;
    private final String id;
    private final ObjectNode node = Json.MAPPER.createObjectNode();

    /** Begins with what every failure has; {@code part} is what the id names within the sweep. */
    FailureValue(Sweep sweep, String part, Refusal refusal) {
        this.sweep = sweep;
        this.id = sweep.id() + "/" + part;
        node.put("id", id)
                .put("status", "open")
                .put("sweep", sweep.id().toString())
                .put("poll", sweep.id().poll())
                .put("request", "")
                .put("outcome", refusal.outcome().word())
                .put("code", refusal.code())
                .put("message", sweep.account().masked(refusal.reason()))
                .put("attempts", 0)
                .putNull("cards")
                .putNull("count")
                .putNull("reply");
    }

    /** What was asked, how often, and how the reply begins. */
    FailureValue asked(Request request, String sent, int attempts, @Nullable String reply) {
        node.put("request", request.tries().masked(sweep.account(), sent)).put("attempts", attempts);
        if (reply != null) {
            String masked = request.tries().masked(sweep.account(), reply);
            node.put("reply", masked.substring(0, Math.min(masked.length(), REPLY_SHOWN)));
        }
        return this;
    }

    /** The cards it is about. */
    FailureValue cards(List<String> cards) {
        cards.forEach(node.putArray("cards")::add);
        node.put("count", cards.size());
        return this;
    }

    /** How many cards it is about, where they are not known. */
    FailureValue count(long count) {
        node.put("count", count);
        return this;
    }

    String id() {
        return id;
    }

    ObjectNode node() {
        return node;
    }
}
