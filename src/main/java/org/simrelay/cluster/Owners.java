package org.simrelay.cluster;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.records.Owner;

/** Which process has which account now, for who is no member of the group. */
public final class Owners {

    private final KafkaSettings settings;

    public Owners(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Leaves of what was written those accounts that a process has, which Kafka's group knows: one that died wrote nothing of that. What may
     * not be asked is taken as it was written.
     *
     * @param written by account, {@code /<vendor>/<account>}; there is {@code sim.checkpoints}
     * @throws org.simrelay.config.SettingsException when Kafka does not tell
     */
    public Map<String, Owner> living(Map<String, Owner> written) {
        Map<String, Owner> owners = new TreeMap<>(written);
        owners.values().removeIf(owner -> owner.until() != null);
        if (owners.isEmpty()) {
            return owners;
        }
        try (GroupLook look = new GroupLook(settings)) {
            Set<Integer> assigned = look.assigned();
            if (!look.isForbidden()) {
                Places places = new Places(look.partitions(), Set::of);
                owners.values().removeIf(owner -> !assigned.contains(places.of(owner.account())));
            }
            return owners;
        }
    }
}
