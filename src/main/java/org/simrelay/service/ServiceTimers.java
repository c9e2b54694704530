package org.simrelay.service;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.simrelay.cluster.Cluster;
import org.simrelay.config.Causes;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.lifecycle.Timers;

/** The timers of a service that was started: from when on they fire, and when next. */
public final class ServiceTimers {

    // a process that is fenced by one that stays gives way, and does not fence it for ever
    private static final int MOST_FENCES = 3;

    private ServiceTimers() {}

    /**
     * Joins the group, goes on with the sweeps that were cut of the accounts that it gives to this process, and lets the timers fire
     * from now on.
     *
     * @param fatal is told why the service cannot go on
     * @throws SettingsException when the routes cannot be watched, or Kafka gives no membership or no transactions
     */
    public static void start(Service service, Installation home, Consumer<String> fatal) {
        try {
            new PollReload(service.context(), home, service.bean("sweeps", Sweeps.class)).start();
        } catch (Exception e) {
            throw new SettingsException("routes/polls cannot be watched: " + Causes.of(e));
        }
        service.ledgers().fencesAgain(MOST_FENCES);
        Cluster cluster = Cluster.join(home, service.context(), service.clock(), fatal);
        service.joined(cluster);
        // a tick before an account is this process's is made up for
        Timers.start(service.context());
        cluster.await();
        service.started();
    }

    /** When the timer of each of these polls fires next, in its own zone, the soonest first; without those that have none. */
    public static Map<String, ZonedDateTime> next(Service service, Collection<String> polls) {
        Instant now = service.clock().instant();
        Map<String, ZonedDateTime> next = new HashMap<>();
        polls.forEach(poll -> {
            ZonedDateTime time = Timers.next(service.context(), poll, now);
            if (time != null) {
                next.put(poll, time);
            }
        });
        Map<String, ZonedDateTime> sorted = new LinkedHashMap<>();
        next.entrySet().stream()
                .sorted(Map.Entry.<String, ZonedDateTime>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
