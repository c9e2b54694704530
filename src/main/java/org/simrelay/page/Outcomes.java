package org.simrelay.page;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;

/** What the attempts of an account came to in the last minutes. Thread-safe. */
final class Outcomes {

    static final int MINUTES = 15;

    private final Clock clock;
    private final List<Map<Outcome, Long>> counts = Stream.generate(
                    () -> (Map<Outcome, Long>) new EnumMap<Outcome, Long>(Outcome.class))
            .limit(MINUTES)
            .toList();
    private final long[] minutes = new long[MINUTES];
    private @Nullable Instant answeredAt;
    private @Nullable Instant vainAt;

    Outcomes(Clock clock) {
        this.clock = clock;
    }

    /** An attempt is over. */
    synchronized void add(Outcome outcome) {
        Instant now = clock.instant();
        long minute = now.getEpochSecond() / 60;
        int place = Math.floorMod(minute, MINUTES);
        if (minutes[place] != minute) {
            minutes[place] = minute;
            counts.get(place).clear();
        }
        counts.get(place).merge(outcome, 1L, Long::sum);
        if (outcome != Outcome.TRANSIENT && outcome != Outcome.UNKNOWN) {
            answeredAt = now;
        } else {
            vainAt = now;
        }
    }

    /** How often each came, by its name, without those that did not. */
    synchronized Map<String, Long> lately() {
        long minute = clock.instant().getEpochSecond() / 60;
        Map<String, Long> sums = new TreeMap<>();
        for (int place = 0; place < MINUTES; place++) {
            if (minutes[place] > minute - MINUTES && minutes[place] <= minute) {
                counts.get(place).forEach((outcome, count) -> sums.merge(outcome.word(), count, Long::sum));
            }
        }
        return sums;
    }

    /** When an answer came last that was of use; null where none has yet. */
    synchronized @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** When an attempt ended last that brought nothing of use; null where none has yet. */
    synchronized @Nullable Instant vainAt() {
        return vainAt;
    }
}
