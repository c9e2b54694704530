package org.simrelay.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.SweepId;

/**
 * The polls, each for one account, that begin no sweep when their timers fire, until they are resumed, the service starts again, or
 * the account goes to another process: it is this process's, so that nobody has to look for a pause that somebody forgot. Thread-safe.
 */
public final class Pauses {

    /** Why a tick of a paused poll is skipped, as sim.sweeps says it. */
    public static final String REASON = "paused";

    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    /**
     * Pauses a poll.
     *
     * @param key the poll, {@code <poll>.<account>} for another account than main
     * @return false where it was paused before
     */
    public boolean pause(String key, Instant now) {
        return since.putIfAbsent(key, now) == null;
    }

    /** Lets its ticks begin sweeps again; false where it was not paused. */
    public boolean resume(String key) {
        return since.remove(key) != null;
    }

    /** Those of an account, {@code /<vendor>/<account>}, are paused no more; gives which were. */
    public List<String> resumeAll(String account) {
        List<String> paused = since.keySet().stream()
                .filter(key -> SweepId.sourceOf(key).equals(account))
                .toList();
        paused.forEach(since::remove);
        return paused;
    }

    /** Since when it is paused; null where it is not. */
    public @Nullable Instant since(String key) {
        return since.get(key);
    }
}
