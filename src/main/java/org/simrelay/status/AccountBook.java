package org.simrelay.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.simrelay.lifecycle.CheckpointKey;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;
import org.simrelay.sweep.SweepId;

/** What sim.checkpoints says of accounts: which process has each, and where their sweeps are. Bounded. Not thread-safe. */
final class AccountBook {

    // as many as a view has polls
    private static final int MOST = 2_000;

    /** A sweep's place, and where it was read: an older layout had other partitions. */
    private record Place(Checkpoint checkpoint, int partition, long timestamp) {
        boolean yieldsTo(ConsumerRecord<String, byte[]> other) {
            return partition == other.partition() || timestamp <= other.timestamp();
        }
    }

    private final Map<String, Owner> owners = new TreeMap<>();
    private final Map<String, Place> places = new HashMap<>();

    /** Takes a record; one that is about something else is passed over. */
    void accept(ConsumerRecord<String, byte[]> record) throws IOException {
        String key = String.valueOf(record.key());
        switch (CheckpointKey.of(key)) {
            case OWNER -> owner(key, record.value());
            case PLACE -> place(key, record);
            default -> {
                // says nothing that is shown
            }
        }
    }

    private void owner(String key, byte @Nullable [] value) throws IOException {
        String account = key.substring(Owner.KEY.length());
        if (value == null) {
            owners.remove(account);
        } else if (owners.size() < MOST || owners.containsKey(account)) {
            owners.put(account, Owner.of(Json.MAPPER.readTree(value)));
        }
    }

    private void place(String key, ConsumerRecord<String, byte[]> record) throws IOException {
        Place before = places.get(key);
        if (before != null && !before.yieldsTo(record)) {
            return;
        }
        JsonNode value = record.value() == null ? null : Json.MAPPER.readTree(record.value());
        if (value == null) {
            places.remove(key);
        } else if (before != null || places.size() < MOST) {
            places.put(key, new Place(Checkpoint.of(value), record.partition(), record.timestamp()));
        }
    }

    /** Who wrote last that it has an account, {@code /<vendor>/<account>}, or gave it back; null where nobody has. */
    @Nullable Owner owner(String account) {
        return owners.get(account);
    }

    /** What was written of each account. */
    Map<String, Owner> owners() {
        return new TreeMap<>(owners);
    }

    /** The latest sweep of a poll and account that lacks its end, on its timer or by hand; null where none does. */
    @Nullable Checkpoint running(String key) {
        Checkpoint latest = null;
        for (Place place : places.values()) {
            Checkpoint one = place.checkpoint();
            SweepId sweep = one.sweep();
            boolean later =
                    latest == null || sweep.scheduledAt().isAfter(latest.sweep().scheduledAt());
            if (one.open() && later && sweep.key().equals(key)) {
                latest = one;
            }
        }
        return latest;
    }

    /** The keys of which a sweep lacks its end. */
    Set<String> running() {
        return places.values().stream()
                .map(Place::checkpoint)
                .filter(Checkpoint::open)
                .map(place -> place.sweep().key())
                .collect(Collectors.toSet());
    }
}
