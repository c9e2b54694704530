package org.simrelay.chaos.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened in a story, by the clock on the wall; safe for threads. */
public final class Incidents {

    /** What kind of thing happened. */
    public enum Sort {
        /** A process of the service began. */
        START,
        /** A process of the service was gone, by whatever way. */
        GONE,
        /** The service was stopped by SIGSTOP. */
        PAUSED,
        /** Kafka was away, paused, or refused records. */
        KAFKA,
        /** Kafka is whole again. */
        KAFKA_WELL,
        /** From now on Kafka hears nothing of the service. */
        SILENT,
        /** It does again. */
        HEARD,
        /** A second process of the service worked on the same account. */
        SECOND,
        /** All faults are lifted and the service runs: from now on nothing excuses it. */
        CALM,
        /** Anything else worth a line in the report. */
        NOTE
    }

    /** One of them. */
    public record Incident(Instant at, Sort sort, String text) {}

    private final List<Incident> all = new ArrayList<>();
    private final Clock clock;

    public Incidents() {
        this(Clock.systemUTC());
    }

    public Incidents(Clock clock) {
        this.clock = clock;
    }

    public synchronized void add(Sort sort, String text) {
        all.add(new Incident(clock.instant(), sort, text));
    }

    public synchronized List<Incident> all() {
        return List.copyOf(all);
    }

    /** Whether any of these happened between two moments. */
    public boolean any(Instant from, Instant to, Sort... sorts) {
        List<Sort> wanted = List.of(sorts);
        return all().stream().anyMatch(i -> wanted.contains(i.sort()) && !i.at().isBefore(from) && !i.at().isAfter(to));
    }

    /** Whether Kafka heard nothing of the service for so long, at some time between two moments. */
    public boolean silent(Instant from, Instant to, Duration least) {
        Instant since = null;
        for (Incident incident : all()) {
            if (incident.sort() == Sort.SILENT && since == null) {
                since = incident.at();
            } else if (incident.sort() == Sort.HEARD && since != null) {
                boolean then = since.isBefore(to) && incident.at().isAfter(from);
                if (then && !since.plus(least).isAfter(incident.at())) {
                    return true;
                }
                since = null;
            }
        }
        return false;
    }
}
