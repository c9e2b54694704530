package org.simrelay.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.simrelay.account.Budget.Spent;

/**
 * What {@code sim.checkpoints} holds: all that the service remembers over a restart.
 *
 * @param open the sweeps that were cut: those whose last checkpoint says that they lack their end
 * @param cards how many cards the inventory had in each poll's last sweep
 * @param spent what each account, by its source {@code /<vendor>/<account>}, spent of its daily budget
 * @param untold records of the ledger that their topics refused
 */
public record Remembered(
        Collection<Checkpoint> open, Map<String, Long> cards, Map<String, Spent> spent, List<JsonNode> untold) {

    /** Nothing. */
    public static final Remembered NOTHING = new Remembered(List.of(), Map.of(), Map.of(), List.of());
}
