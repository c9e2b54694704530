package org.simrelay.records;

import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.simrelay.checkpoint.Checkpoint;
import org.simrelay.checkpoint.Checkpoints;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/** The places of sweeps, to {@code sim.checkpoints}. */
public final class CheckpointRecords {

    private static final String TYPE = "simrelay.checkpoint.v1";

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
}
