package org.simrelay.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.simrelay.account.Budget.Spent;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.ListedCards;

/**
 * What {@code sim.checkpoints} holds: all that the service remembers over a restart.
 *
 * @param latest each place of a sweep, by its key: a poll's latest sweep, or one by hand
 * @param cards how many cards the inventory had in each poll's last sweep
 * @param complete when the last complete sweep ended of each poll, or {@code <poll>.<account>}
 * @param spent what each account, by its source {@code /<vendor>/<account>}, spent of its daily budget
 * @param untold records of the ledger that their topics refused
 * @param listed the cards of a vendor's list in each poll's last complete sweep
 * @param values what polls that publish changes only know of what they published
 */
public record SavedState(
        Map<String, Checkpoint> latest,
        Map<String, Long> cards,
        Map<String, Instant> complete,
        Map<String, Spent> spent,
        List<JsonNode> untold,
        Map<String, ListedCards> listed,
        Map<String, ValueParts.Kept> values) {

    /** Nothing. */
    public static final SavedState NOTHING =
            new SavedState(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of());

    /** The sweeps that were cut: those whose last checkpoint says that they lack their end. */
    public List<Checkpoint> open() {
        return latest.values().stream().filter(Checkpoint::open).toList();
    }
}
