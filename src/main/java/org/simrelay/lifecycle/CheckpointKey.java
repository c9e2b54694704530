package org.simrelay.lifecycle;

import org.simrelay.records.Checkpoint;
import org.simrelay.records.ListedCards;
import org.simrelay.records.Owner;
import org.simrelay.records.RememberedValues;

/** What a record of {@code sim.checkpoints} is about, as its key says. */
public enum CheckpointKey {
    /** Who has an account. */
    OWNER,
    /** What its topic refused. */
    UNTOLD,
    /** A poll's last tick that was skipped. */
    SKIPPED,
    /** What is spent of an account's daily budget. */
    SPENT,
    /** What was published last. */
    VALUES,
    /** The cards of a vendor's list. */
    LISTED,
    /** The size of an inventory. */
    CARDS,
    /** When a poll's last complete sweep ended. */
    COMPLETE,
    /** Where a sweep is. */
    PLACE;

    /** What this key says. */
    public static CheckpointKey of(String key) {
        if (key.startsWith(Checkpoint.UNTOLD)) {
            return UNTOLD;
        }
        if (key.startsWith(Owner.KEY + "/")) {
            return OWNER;
        }
        if (key.endsWith(Checkpoint.SKIPPED)) {
            return SKIPPED;
        }
        if (key.startsWith("/")) {
            return SPENT;
        }
        if (RememberedValues.isKey(key)) {
            return VALUES;
        }
        if (ListedCards.isKey(key)) {
            return LISTED;
        }
        if (key.endsWith(Checkpoint.CARDS)) {
            return CARDS;
        }
        return key.endsWith(Checkpoint.COMPLETE) ? COMPLETE : PLACE;
    }
}
