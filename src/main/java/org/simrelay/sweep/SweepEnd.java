package org.simrelay.sweep;

import org.jspecify.annotations.Nullable;

/**
 * How a sweep ended, as its last record in sim.sweeps tells.
 *
 * @param reason why it is not complete, or what a complete one noticed; null if there is nothing to say
 */
public record SweepEnd(SweepResult result, @Nullable String reason) {

    /** A stop that came when every card of the inventory was published already has kept nothing back. */
    public static boolean finishedAllTheSame(Sweep sweep) {
        RequestQueue requests = sweep.requests();
        if (requests == null || sweep.counts().failures.get() > 0) {
            return false;
        }
        Long unasked = requests.status().unasked();
        Long expected = requests.status().expected();
        return unasked != null
                && unasked == 0
                && expected != null
                && sweep.counts().upToDate() == expected;
    }

    /** Judges a sweep that is over; says complete only if every count agrees. */
    public static SweepEnd judge(Sweep sweep) {
        Counts counts = sweep.counts();
        RequestQueue requests = sweep.requests();
        String stopped = sweep.stopReason();
        if (stopped != null && !finishedAllTheSame(sweep)) {
            return new SweepEnd(SweepResult.FAILED, stopped);
        }
        if (requests == null) {
            return new SweepEnd(SweepResult.FAILED, "the sweep had no requests");
        }
        if (counts.failures.get() > 0) {
            boolean nothing = counts.upToDate() == 0;
            String note = sweep.counts().firstNote();
            return new SweepEnd(nothing ? SweepResult.FAILED : SweepResult.PARTIAL, note);
        }
        long published = counts.upToDate();
        Long expected = requests.status().expected();
        String doubt = requests.status().doubt();
        if (doubt != null) {
            boolean nothing = published == 0 && (expected == null || expected > 0);
            return new SweepEnd(nothing ? SweepResult.FAILED : SweepResult.PARTIAL, doubt);
        }
        // a list that moved may have shown cards that have left it since; fewer than expected is never complete
        if (expected != null && published < expected) {
            return new SweepEnd(SweepResult.PARTIAL, "published " + published + " of " + expected + " cards");
        }
        long strays = counts.strays.get();
        return new SweepEnd(
                SweepResult.COMPLETE,
                strays == 0 ? null : strays + " items in replies were of cards that nobody asked for");
    }
}
