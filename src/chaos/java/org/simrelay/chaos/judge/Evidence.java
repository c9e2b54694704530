package org.simrelay.chaos.judge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simrelay.chaos.grammar.Story;
import org.simrelay.chaos.world.Incidents;
import org.simrelay.chaos.world.InventoryFile;
import org.simrelay.chaos.world.ServiceProcess;
import org.simrelay.sandbox.vendor.Counters;
import org.simrelay.sandbox.vendor.ListState;
import org.simrelay.sandbox.vendor.SeenRequest;
import org.simrelay.sandbox.vendor.Truth;

/**
 * All that is known about a story that was played.
 *
 * @param records of all topics, as a subscriber reads them
 * @param seen every request that reached the vendors
 * @param lag by how much this machine was late, in all
 * @param unsettled what did not come to rest within the bound
 */
public record Evidence(
        Story story,
        List<Read> records,
        List<SeenRequest> seen,
        Counters counters,
        Truth truth,
        Set<String> tokens,
        List<ListState> arrears,
        List<InventoryFile.Version> inventory,
        Incidents incidents,
        List<ServiceProcess> processes,
        Duration lag,
        List<String> unsettled) {

    /** Each sweep that any record names, by its id; what is said of an account names none. */
    Map<String, SweepFacts> sweeps() {
        Set<String> ids = new LinkedHashSet<>();
        records.stream().filter(r -> r.sweep().indexOf('@') > 0).forEach(r -> ids.add(r.sweep()));
        Map<String, SweepFacts> sweeps = new LinkedHashMap<>();
        ids.forEach(id -> sweeps.put(id, SweepFacts.of(id, this)));
        return sweeps;
    }

    List<Read> topic(String topic) {
        return records.stream().filter(r -> r.topic().equals(topic)).toList();
    }
}
