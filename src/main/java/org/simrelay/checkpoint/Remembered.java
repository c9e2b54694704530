package org.simrelay.checkpoint;

import java.util.Collection;
import java.util.Map;
import org.simrelay.account.Budget.Spent;

/**
 * What {@code sim.checkpoints} holds: all that the service remembers over a restart.
 *
 * @param open the sweeps that were cut: those whose last checkpoint says that they lack their end
 * @param cards how many cards the inventory had in each poll's last sweep
 * @param spent what each account, by its source {@code /<vendor>/<account>}, spent of its daily budget
 */
public record Remembered(Collection<Checkpoint> open, Map<String, Long> cards, Map<String, Spent> spent) {}
