package org.simrelay.sandbox.vendor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Decides which request gets which fault. Chance is drawn from the seed, what is asked and how often it was asked before, not from the
 * order in which threads come: so a run with the same seed can be repeated.
 */
final class Faults {
    private static final int SLOTS = 1 << 16;

    private final Clock clock;
    private final Instant start;
    private final long seed;
    private final AtomicIntegerArray asked = new AtomicIntegerArray(SLOTS);
    private volatile List<Armed> armed = List.of();
    private volatile Map<String, FaultKind> odd = Map.of();
    private volatile boolean down;

    private record Armed(Fault fault, AtomicInteger left) {}

    Faults(Clock clock, long seed) {
        this.clock = clock;
        this.start = clock.instant();
        this.seed = seed;
    }

    void set(List<Fault> faults) {
        Map<String, FaultKind> cards = new HashMap<>();
        faults.stream().filter(f -> f.card() != null).forEach(f -> cards.put(f.card(), f.kind()));
        odd = cards;
        armed = faults.stream()
                .filter(f -> f.card() == null)
                .map(f -> new Armed(f, new AtomicInteger(f.times())))
                .toList();
    }

    void setDown(boolean isDown) {
        down = isDown;
    }

    /** The fault of one request, or null; at most one, in the order in which they were set. */
    @Nullable FaultKind pick(Vendor vendor, String segment, String question) {
        if (down) {
            return FaultKind.DOWN;
        }
        List<Armed> now = armed;
        if (now.isEmpty()) {
            return null;
        }
        SplittableRandom random = draw(segment + ' ' + question);
        for (Armed one : now) {
            double chance = random.nextDouble();
            if (one.fault().hits(vendor, segment) && strikes(one, chance)) {
                return one.fault().kind();
            }
        }
        return null;
    }

    /** Random numbers for one request: which card is left out, which joins. */
    SplittableRandom draw(String question) {
        int hash = question.hashCode();
        int count = asked.getAndIncrement(Math.floorMod(hash * 0x9E3779B9, SLOTS));
        return new SplittableRandom(Mix64.of(seed) ^ Mix64.of(hash) ^ Mix64.of(count + 1L));
    }

    /** What the list of faults says of a card, or null. */
    @Nullable FaultKind of(String card) {
        return odd.get(card);
    }

    private boolean strikes(Armed one, double chance) {
        Fault fault = one.fault();
        if (fault.from() != null && fault.to() != null) {
            Duration age = Duration.between(start, clock.instant());
            return age.compareTo(fault.from()) >= 0 && age.compareTo(fault.to()) < 0;
        }
        if (fault.times() > 0) {
            return one.left().getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
        return chance < fault.probability();
    }
}
