package org.simrelay.sweep;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a sweep ended (DESIGN.md, sim.sweeps).
 *
 * @param reason why it is not complete, or what a complete one noticed; null if there is nothing to say
 */
public record SweepEnd(Outcome outcome, @Nullable String reason) {

    /** From best to worst. */
    public enum Outcome {
        /** Every card was acknowledged. */
        COMPLETE,
        /** Nothing was asked. */
        SKIPPED,
        /** Ran to its end, but cards or pages are in sim.failures or a bound was met. */
        PARTIAL,
        /** Stopped, or nothing could be published. */
        FAILED;

        /** The name in records. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A stop that came when every card of the inventory was published already has kept nothing back. */
    public static boolean finishedAllTheSame(Sweep sweep) {
        Requests requests = sweep.requests();
        if (requests == null || sweep.counts().failures.get() > 0) {
            return false;
        }
        Long unasked = requests.ask(CardSource::unasked);
        Long expected = requests.ask(CardSource::expected);
        return unasked != null
                && unasked == 0
                && expected != null
                && sweep.counts().published.get() == expected;
    }

    /** Judges a sweep that is over; says complete only if every count agrees. */
    public static SweepEnd of(Sweep sweep) {
        Counts counts = sweep.counts();
        Requests requests = sweep.requests();
        String stopped = sweep.stopReason();
        if (stopped != null && !finishedAllTheSame(sweep)) {
            return new SweepEnd(Outcome.FAILED, stopped);
        }
        if (requests == null) {
            return new SweepEnd(Outcome.FAILED, "the sweep had no requests");
        }
        if (counts.failures.get() > 0) {
            boolean nothing = counts.published.get() == 0;
            String note = sweep.firstNote();
            return new SweepEnd(nothing ? Outcome.FAILED : Outcome.PARTIAL, note);
        }
        long published = counts.published.get();
        Long expected = requests.ask(CardSource::expected);
        String doubt = requests.ask(CardSource::doubt);
        if (doubt != null) {
            boolean nothing = published == 0 && (expected == null || expected > 0);
            return new SweepEnd(nothing ? Outcome.FAILED : Outcome.PARTIAL, doubt);
        }
        // a list that moved may have shown cards that have left it since; fewer than expected is never complete
        if (expected != null && published < expected) {
            return new SweepEnd(Outcome.PARTIAL, "published " + published + " of " + expected + " cards");
        }
        long strays = counts.strays.get();
        return new SweepEnd(
                Outcome.COMPLETE,
                strays == 0 ? null : strays + " items in replies were of cards that nobody asked for");
    }
}
