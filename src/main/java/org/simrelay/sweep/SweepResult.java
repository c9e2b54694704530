package org.simrelay.sweep;

import java.util.Locale;

/** How a sweep ended, from best to worst: the "outcome" of its record in sim.sweeps. */
public enum SweepResult {
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
