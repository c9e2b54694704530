package org.simrelay.sandbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A record of a sim.* topic: a CloudEvent in Kafka's binary mode (CloudEvents, Kafka protocol binding 3.2).
 *
 * @param timestamp Kafka's, in ms
 * @param sweep its header ce_sweep; null where it has none
 * @param value the JSON; a missing node where it is none
 */
public record SimRecord(String topic, long timestamp, @Nullable String sweep, JsonNode value) {
    static final String SWEEPS = "sim.sweeps";
    static final String FAILURES = "sim.failures";

    /** Whether it tells about one card. */
    boolean isCard() {
        return sweep != null && !topic.equals(SWEEPS) && !topic.equals(FAILURES);
    }
}
