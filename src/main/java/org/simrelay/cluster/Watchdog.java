package org.simrelay.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether each account that this process has is worked on: one whose thread died under a member that lives would be asked by
 * nobody. For one thread.
 */
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // a command that was let go before has most often ended by then
    private static final Duration LEFT = Duration.ofMinutes(1);

    private final Tenures tenures;
    private final Predicate<String> broken;
    private final Predicate<String> suspended;
    private final LongSupplier nanos;
    private final Map<String, Long> since = new HashMap<>();
    private final Map<String, Long> suspendedSince = new HashMap<>();
    private long looked;

    /**
     * @param broken whether an account is not worked on
     * @param suspended whether it was left to somebody who fenced this process again and again
     * @param nanos a monotonic clock
     */
    Watchdog(Tenures tenures, Predicate<String> broken, Predicate<String> suspended, LongSupplier nanos) {
        this.suspended = suspended;
        this.tenures = tenures;
        this.broken = broken;
        this.nanos = nanos;
        this.looked = nanos.getAsLong();
    }

    /** Whether the process is to give its accounts away, since it has not worked on one of them for 30 s. */
    boolean isToLeave() {
        long now = nanos.getAsLong();
        if (now - looked < BETWEEN.toNanos()) {
            return false;
        }
        looked = now;
        Set<String> idle = tenures.all().stream()
                .map(Tenures.Tenure::account)
                .filter(broken)
                .collect(Collectors.toSet());
        since.keySet().retainAll(idle);
        idle.forEach(account -> since.putIfAbsent(account, now));
        for (Map.Entry<String, Long> one : since.entrySet()) {
            if (now - one.getValue() >= PATIENCE.toNanos()) {
                LOG.error(
                        "{} has not been worked on for {} s: this process gives its accounts away and joins the group anew",
                        one.getKey(),
                        PATIENCE.toSeconds());
                since.clear();
                return true;
            }
        }
        return false;
    }

    /** Accounts that were left to somebody else a minute ago, and may be taken back. */
    Collection<String> left() {
        long now = nanos.getAsLong();
        Set<String> all = tenures.all().stream()
                .map(Tenures.Tenure::account)
                .filter(suspended.and(broken.negate()))
                .collect(Collectors.toSet());
        suspendedSince.keySet().retainAll(all);
        all.forEach(account -> suspendedSince.putIfAbsent(account, now));
        all.removeIf(account -> now - suspendedSince.getOrDefault(account, now) < LEFT.toNanos());
        suspendedSince.keySet().removeAll(all);
        return all;
    }
}
