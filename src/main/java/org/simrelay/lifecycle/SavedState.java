package org.simrelay.lifecycle;

import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Budget.Spent;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.ListedCards;
import org.simrelay.records.Owner;
import org.simrelay.records.Untold;
import org.simrelay.sweep.SweepId;

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
 * @param owners who has or had each account, by its source
 * @param skipped the last tick of each poll that was skipped, by its key
 * @param seconds the last second that transaction ids were seen to use, by the account's source
 */
public record SavedState(
        Map<String, Checkpoint> latest,
        Map<String, Long> cards,
        Map<String, Instant> complete,
        Map<String, Spent> spent,
        List<Untold> untold,
        Map<String, ListedCards> listed,
        Map<String, ValueParts.Kept> values,
        Map<String, Owner> owners,
        Map<String, Instant> skipped,
        Map<String, Long> seconds) {

    /** Nothing. */
    public static final SavedState NOTHING = new SavedState(
            Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** Of what is remembered by a poll's key that of these accounts, {@code /<vendor>/<account>}. */
    static <V> Map<String, V> only(Map<String, V> byPoll, Predicate<String> whose) {
        Map<String, V> some = new HashMap<>(byPoll);
        some.keySet().removeIf(key -> !whose.test(SweepId.sourceOf(key)));
        return some;
    }

    /** The last tick of a poll that is told of, by its key; null where none is. */
    public @Nullable Instant lastTick(String key) {
        Checkpoint checkpoint = latest.get(key);
        Instant skip = skipped.get(key);
        Instant begun = checkpoint == null ? null : checkpoint.sweep().scheduledAt();
        return begun == null || (skip != null && skip.isAfter(begun)) ? skip : begun;
    }

    /** The last ticks that are told of, by the poll's key, of these accounts: {@code /<vendor>/<account>}. */
    Map<String, Instant> lastTicks(Predicate<String> whose) {
        Map<String, Instant> ticks = new HashMap<>();
        for (String key :
                Sets.union(only(latest, whose).keySet(), only(skipped, whose).keySet())) {
            Instant tick = lastTick(key);
            if (tick != null) {
                ticks.put(key, tick);
            }
        }
        return ticks;
    }

    /** The accounts of which something is left to do, by their sources. */
    public Set<String> unfinished() {
        Set<String> accounts = new TreeSet<>();
        open().forEach(cut -> accounts.add(cut.sweep().source()));
        untold.forEach(one -> accounts.add(one.entry().account()));
        return accounts;
    }

    /** The sweeps that were cut: those whose last checkpoint says that they lack their end. */
    public List<Checkpoint> open() {
        return latest.values().stream().filter(Checkpoint::open).toList();
    }
}
