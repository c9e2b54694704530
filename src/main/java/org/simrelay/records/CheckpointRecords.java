package org.simrelay.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Budget.Spent;
import org.simrelay.checkpoint.Checkpoint;
import org.simrelay.checkpoint.Checkpoints;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/** The places of sweeps, and what else the service remembers, to {@code sim.checkpoints}. */
public final class CheckpointRecords {

    private static final String TYPE = "simrelay.checkpoint.v1";
    private static final String BUDGET = "simrelay.budget.v1";
    private static final String INVENTORY = "simrelay.inventory.v1";

    private CheckpointRecords() {}

    /**
     * Where a sweep is now.
     *
     * @param open false when its end is being recorded
     */
    public static Message of(CamelContext context, Sweep sweep, boolean open, Instant now) {
        Counts counts = sweep.counts();
        @Nullable Requests requests = sweep.requests();
        Checkpoint checkpoint = new Checkpoint(
                sweep.id(),
                sweep.startedAt(),
                open,
                requests == null ? Progress.NONE : requests.ask(CardSource::progress),
                requests == null ? null : requests.ask(CardSource::expected),
                counts.requests.get(),
                counts.retries.get(),
                counts.logins.get());
        String poll = sweep.id().poll();
        String id = sweep.id() + "/checkpoint-" + checkpoint.progress().batch() + (open ? "" : "-ended");
        return new Envelope(Checkpoints.TOPIC, poll, id, TYPE, poll, now)
                .of(context, sweep, Json.bytes(checkpoint.json(Json.MAPPER.createObjectNode())));
    }

    /** What the account spent of its daily budget, if that was not told within the interval; null otherwise. */
    public static @Nullable Message budget(CamelContext context, Sweep sweep, Duration interval, Instant now) {
        Spent spent = sweep.account().gate().budget().due(interval);
        if (spent == null) {
            return null;
        }
        String source = sweep.account().source();
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("account", source)
                .put("day", spent.day().toString())
                .put("requests", spent.requests());
        String id = source + "/budget-" + spent.day() + "-" + spent.requests();
        return new Envelope(Checkpoints.TOPIC, source, id, BUDGET, source, now).of(context, sweep, Json.bytes(value));
    }

    /** How many cards the inventory of the sweep has. */
    public static Message inventory(CamelContext context, Sweep sweep, long cards, Instant now) {
        String poll = sweep.id().poll();
        ObjectNode value = Json.MAPPER.createObjectNode().put("poll", poll).put("cards", cards);
        String id = sweep.id() + Checkpoints.CARDS;
        return new Envelope(Checkpoints.TOPIC, poll + Checkpoints.CARDS, id, INVENTORY, poll, now)
                .of(context, sweep, Json.bytes(value));
    }
}
