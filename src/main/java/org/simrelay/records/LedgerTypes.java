package org.simrelay.records;

import java.util.List;
import java.util.Map;
import org.simrelay.kafka.Topics;

/** The {@code ce_type}s of the ledger's records: which stand in which topic. */
public final class LedgerTypes {

    static final String SWEEP = "simrelay.sweep.v1";
    static final String FAILURE = "simrelay.failure.v1";
    static final String CHECKPOINT = "simrelay.checkpoint.v1";
    static final String BUDGET = "simrelay.budget.v1";
    static final String INVENTORY = "simrelay.inventory.v1";
    static final String COMPLETE = "simrelay.complete.v1";
    static final String LISTED = "simrelay.listed.v1";
    static final String VALUES = "simrelay.values.v1";
    static final String TICK = "simrelay.tick.v1";
    static final String OWNER = "simrelay.owner.v1";
    static final String UNTOLD = "simrelay.untold.v1";

    private static final Map<String, List<String>> BY_TOPIC = Map.of(
            Topics.SWEEPS,
            List.of(SWEEP),
            Topics.FAILURES,
            List.of(FAILURE),
            Topics.CHECKPOINTS,
            List.of(CHECKPOINT, BUDGET, INVENTORY, COMPLETE, LISTED, VALUES, TICK, OWNER, UNTOLD));

    private LedgerTypes() {}

    /** Those of a topic; none where it is not the ledger's. */
    public static List<String> of(String topic) {
        return BY_TOPIC.getOrDefault(topic, List.of());
    }
}
