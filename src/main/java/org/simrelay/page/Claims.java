package org.simrelay.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.lifecycle.RunningSweeps;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepId;

/**
 * The places of sweeps that are asked for by hand, from the request until they are over: of two that come together one begins.
 * Thread-safe.
 */
final class Claims {

    private final RunningSweeps running;
    private final Obstacle obstacle;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    Claims(RunningSweeps running, Obstacle obstacle) {
        this.running = running;
        this.obstacle = obstacle;
    }

    /** Takes the places of all of these accounts, or none; says what is in the way, null where nothing is. */
    @Nullable String claim(String poll, List<String> accounts) {
        for (String account : accounts) {
            String why = obstacle.of(poll, account);
            if (why != null) {
                return why;
            }
        }
        List<String> mine = new ArrayList<>();
        for (String account : accounts) {
            String key = SweepId.key(poll, account);
            Sweep now = running.of(key);
            if (now != null || !claimed.add(key)) {
                release(mine);
                return (now == null ? "a sweep or replay of " + key : now.toString())
                        + " runs; wait for its end, or name another account (?account=)";
            }
            mine.add(key);
        }
        return null;
    }

    /** They are free again. */
    void release(Collection<String> keys) {
        claimed.removeAll(keys);
    }
}
