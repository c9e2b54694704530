package org.simrelay.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Budget.Spent;
import org.simrelay.kafka.Topics;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/** The places of sweeps, and what else the service remembers, to {@code sim.checkpoints}. */
public final class CheckpointRecords {

    private CheckpointRecords() {}

    /**
     * Where a sweep is now.
     *
     * @param open false when its end is being recorded
     */
    public static Checkpoint now(Sweep sweep, boolean open) {
        Counts counts = sweep.counts();
        @Nullable RequestQueue requests = sweep.requests();
        return new Checkpoint(
                sweep.id(),
                sweep.startedAt(),
                sweep.stopSwitch().isTimed(),
                open,
                requests == null
                        ? sweep.resumePoint().before()
                        : requests.status().progress(),
                requests == null
                        ? sweep.resumePoint().expected()
                        : requests.status().expected(),
                counts.published.get(),
                counts.unchanged.get(),
                counts.requests.get(),
                counts.retries.get(),
                counts.logins.get(),
                sweep.asOf());
    }

    /** The record of where a sweep is; a sweep by hand whose end is recorded leaves none. */
    public static LedgerEntry of(Sweep sweep, Checkpoint checkpoint, Instant now) {
        String poll = sweep.id().key();
        // one that no timer began must not take the place of the poll's own sweep, which may wait to be resumed
        String key = sweep.stopSwitch().isTimed() ? poll : sweep.id().toString();
        if (!sweep.stopSwitch().isTimed() && !checkpoint.open()) {
            return LedgerEntry.tombstone(sweep.account().source(), sweep.id().toString(), Topics.CHECKPOINTS, key);
        }
        // a clock that was set back must not make two places one
        String id = sweep.id() + "/checkpoint-" + now.toEpochMilli() + "-" + checkpoint.requests() + "-"
                + checkpoint.acknowledged() + unchanged(checkpoint) + (checkpoint.open() ? "" : "-ended");
        ObjectNode value = checkpoint.json(Json.MAPPER.createObjectNode());
        value.put(Checkpoint.SECOND, sweep.account().credentials().lastSecond());
        return new ControlRecord(Topics.CHECKPOINTS, key, id, LedgerTypes.CHECKPOINT, poll, now)
                .of(sweep, Json.bytes(value));
    }

    /** The last tick of the sweep's poll for its account, where that tick was skipped: whoever goes on knows that it is told of. */
    public static LedgerEntry skipped(Sweep sweep, Instant now) {
        String poll = sweep.id().key();
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("poll", poll)
                .put("at", sweep.id().scheduledAt().toString());
        return new ControlRecord(
                        Topics.CHECKPOINTS,
                        poll + Checkpoint.SKIPPED,
                        sweep.id() + "/skipped",
                        LedgerTypes.TICK,
                        poll,
                        now)
                .of(sweep, Json.bytes(value));
    }

    private static String unchanged(Checkpoint checkpoint) {
        return checkpoint.unchanged() == 0 ? "" : "-" + checkpoint.unchanged();
    }

    /** What the account spent of its daily budget, if that was not told within the interval. */
    public static List<LedgerEntry> budget(Sweep sweep, Duration interval, Instant now) {
        Spent spent = sweep.account().gate().budget().takeIfDue(interval);
        if (spent == null) {
            return List.of();
        }
        String source = sweep.account().source();
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("account", source)
                .put("day", spent.day().toString())
                .put("requests", spent.requests());
        String id = source + "/budget-" + spent.day() + "-" + spent.requests();
        return List.of(new ControlRecord(Topics.CHECKPOINTS, source, id, LedgerTypes.BUDGET, source, now)
                .of(sweep, Json.bytes(value)));
    }

    /** The sweep is the last complete one of its poll. */
    public static LedgerEntry complete(Sweep sweep, Instant now) {
        String poll = sweep.id().key();
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("poll", poll)
                .put("sweep", sweep.toString())
                .put("endedAt", now.toString());
        return new ControlRecord(
                        Topics.CHECKPOINTS,
                        poll + Checkpoint.COMPLETE,
                        sweep + Checkpoint.COMPLETE,
                        LedgerTypes.COMPLETE,
                        poll,
                        now)
                .of(sweep, Json.bytes(value));
    }

    /** How many cards the inventory of the sweep has. */
    public static LedgerEntry inventory(Sweep sweep, long cards, Instant now) {
        String poll = sweep.id().key();
        ObjectNode value = Json.MAPPER.createObjectNode().put("poll", poll).put("cards", cards);
        String id = sweep.id() + Checkpoint.CARDS;
        return new ControlRecord(Topics.CHECKPOINTS, poll + Checkpoint.CARDS, id, LedgerTypes.INVENTORY, poll, now)
                .of(sweep, Json.bytes(value));
    }
}
