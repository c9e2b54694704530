package org.simrelay.cluster;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.Checkpoints;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;

/** Which process has which account now, from Kafka alone: for whoever shows it, or sends something to the owner. */
public final class Owners {

    private final KafkaSettings settings;

    public Owners(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads it.
     *
     * @return by account, {@code /<vendor>/<account>}; without those that no process has, be it that it died or gave them back
     * @throws org.simrelay.config.SettingsException when Kafka does not tell
     */
    public Map<String, Owner> now() {
        try (GroupLook look = new GroupLook(settings)) {
            Set<Integer> assigned = look.assigned();
            Map<String, Owner> owners =
                    new TreeMap<>(new Checkpoints(new WholeTopic(settings, System::nanoTime), Json.MAPPER)
                            .read()
                            .owners());
            Places places = new Places(look.partitions(), Set::of);
            owners.values().removeIf(owner -> owner.until() != null || !assigned.contains(places.of(owner.account())));
            return owners;
        }
    }
}
