package org.simrelay.lifecycle;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Header;
import org.simrelay.kafka.TopicReader;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Owner;
import org.simrelay.records.Takeover;
import org.simrelay.records.Untold;
import org.simrelay.sweep.SweepId;

/** Stops the sweeps of an account that another process has taken, or has ended already. */
public final class SweepTakeover implements Takeover {

    private final Sweeps sweeps;
    private final Function<String, SavedState> remembered;
    private final TopicReader topics;
    private final Clock clock;

    /** @param remembered reads what stands in {@code sim.checkpoints} now, for an account */
    public SweepTakeover(Sweeps sweeps, Function<String, SavedState> remembered, TopicReader topics, Clock clock) {
        this.clock = clock;
        this.sweeps = sweeps;
        this.remembered = remembered;
        this.topics = topics;
    }

    @Override
    public Found look(String account) {
        Found found = found(account, remembered.apply(account));
        sweeps.running().giveUp(account, found.ended());
        return found;
    }

    /** Another process has had the account since: all that was to be said of it here is over. */
    public static Found nothing(String account, SavedState now) {
        return new Found(sweep -> true, found(account, now).untold());
    }

    /** What stands of an account. */
    public static Found found(String account, SavedState now) {
        List<Untold> untold = now.untold().stream()
                .filter(one -> one.entry().account().equals(account))
                .toList();
        return new Found(ended(now), untold);
    }

    @Override
    public boolean yields(String account) {
        Owner owner = remembered.apply(account).owners().get(account);
        return owner != null && owner.isCommandAt(clock.instant());
    }

    @Override
    public Set<String> standing(String topic, Set<String> ids) {
        Set<String> found = new HashSet<>();
        topics.read(topic, record -> {
            Header id = record.headers().lastHeader("ce_id");
            String text = id == null || id.value() == null ? "" : new String(id.value(), StandardCharsets.UTF_8);
            if (ids.contains(text)) {
                found.add(text);
            }
        });
        return found;
    }

    @Override
    public void lost(String account) {
        sweeps.running().giveUp(account, sweep -> true);
    }

    /** Whether a sweep has ended, by what stands in {@code sim.checkpoints}. */
    public static Predicate<String> ended(SavedState now) {
        Map<String, Checkpoint> latest = now.latest();
        return sweep -> hasEnded(sweep, latest);
    }

    /** A poll's place holds its latest sweep: one before that has ended, and so has that one if its place says so. */
    private static boolean hasEnded(String sweep, Map<String, Checkpoint> latest) {
        Checkpoint own = latest.get(sweep);
        if (own != null) {
            // one by hand has a place of its own until its end, whatever the poll's says
            return !own.open();
        }
        String key = SweepId.keyOf(sweep);
        Checkpoint last = key == null ? null : latest.get(key);
        // null for a replay, which no other process goes on with
        Instant time = SweepId.dueOf(sweep);
        if (last == null || time == null) {
            return false;
        }
        Instant lastTime = last.sweep().scheduledAt();
        return lastTime.isAfter(time) || (lastTime.equals(time) && !last.open());
    }
}
