package org.simrelay.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Owner;
import org.simrelay.sweep.SweepId;

/**
 * A poll for one account, as Kafka has it.
 *
 * @param key the poll, {@code <poll>.<account>} for another account than main
 * @param here whether it is among the polls that are switched on here
 * @param running the sweep that has no end yet, where it was at its last checkpoint; null where there is none
 * @param owner which process has its account; null where none has, or nobody may see it
 */
public record PollStatus(
        String key,
        boolean here,
        PollHistory history,
        OpenTotal open,
        @Nullable Checkpoint running,
        @Nullable Owner owner) {

    /**
     * All polls that are here, and those of which Kafka knows an end, an open failure, or a sweep that has no end yet.
     *
     * @param here the keys of the polls that are switched on
     * @param owners which process has which account, {@code /<vendor>/<account>}
     */
    public static List<PollStatus> of(LedgerView ledger, Set<String> here, Map<String, Owner> owners) {
        Set<String> keys = new TreeSet<>(here);
        keys.addAll(ledger.keys());
        List<PollStatus> all = new ArrayList<>();
        for (String key : keys) {
            all.add(new PollStatus(
                    key,
                    here.contains(key),
                    ledger.history(key),
                    ledger.open(key),
                    ledger.running(key),
                    owners.get(SweepId.sourceOf(key))));
        }
        return all;
    }

    /** When its last complete sweep ended; null where Kafka knows of none. */
    public @Nullable Instant completeAt() {
        SweepFact complete = history.complete();
        return complete == null ? null : complete.endedAt();
    }

    /** How long ago that is; null where there is none. */
    public @Nullable Duration age(Instant now) {
        return age(completeAt(), now);
    }

    /** How long ago a sweep was complete; null where none was. */
    static @Nullable Duration age(@Nullable Instant completeAt, Instant now) {
        if (completeAt == null) {
            return null;
        }
        Duration age = Duration.between(completeAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
