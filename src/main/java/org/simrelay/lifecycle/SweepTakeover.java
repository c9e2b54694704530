package org.simrelay.lifecycle;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Takeover;
import org.simrelay.records.Untold;

/** Stops the sweeps of an account that another process has taken, or has ended already. */
public final class SweepTakeover implements Takeover {

    private final Sweeps sweeps;
    private final Supplier<SavedState> remembered;

    /** @param remembered reads what stands in {@code sim.checkpoints} now */
    public SweepTakeover(Sweeps sweeps, Supplier<SavedState> remembered) {
        this.sweeps = sweeps;
        this.remembered = remembered;
    }

    @Override
    public Found look(String account) {
        SavedState now = remembered.get();
        Map<String, Checkpoint> latest = now.latest();
        Predicate<String> ended = sweep -> hasEnded(sweep, latest);
        sweeps.running().giveUp(account, ended);
        List<Untold> untold = now.untold().stream()
                .map(Untold::of)
                .filter(one -> one.entry().account().equals(account))
                .toList();
        return new Found(ended, untold);
    }

    @Override
    public void lost(String account) {
        sweeps.running().giveUp(account, sweep -> true);
    }

    /** A poll's place holds its latest sweep: one before that has ended, and so has that one if its place says so. */
    private static boolean hasEnded(String sweep, Map<String, Checkpoint> latest) {
        int at = sweep.indexOf('@');
        Checkpoint last = at < 0 ? null : latest.get(sweep.substring(0, at));
        Instant time = at < 0 ? null : time(sweep.substring(at + 1));
        if (last == null || time == null) {
            return false;
        }
        Instant lastTime = last.sweep().scheduledAt();
        return lastTime.isAfter(time) || (lastTime.equals(time) && !last.open());
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            // a replay, which no other process goes on with
            return null;
        }
    }
}
