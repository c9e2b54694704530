package org.simrelay.service;

import java.util.function.Function;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.Changes;
import org.simrelay.lifecycle.Checkpoints;
import org.simrelay.lifecycle.Departures;
import org.simrelay.lifecycle.SavedState;
import org.simrelay.lifecycle.Superseding;
import org.simrelay.lifecycle.SweepTakeover;
import org.simrelay.records.Json;

/** Reads what Kafka remembers now, where another process may have written for an account meanwhile. */
record Remembering(WholeTopic topics, Superseding superseding, Departures departures, Changes changes)
        implements Function<String, SavedState> {

    @Override
    public SavedState apply(String account) {
        SavedState now = new Checkpoints(topics, Json.MAPPER).read();
        superseding.forget();
        departures.takenOver(account, now.listed(), SweepTakeover.ended(now));
        changes.takenOver(account, now.values());
        return now;
    }
}
