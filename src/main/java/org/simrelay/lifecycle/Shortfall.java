package org.simrelay.lifecycle;

import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.Forecast;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.SourceStatus;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/**
 * What a sweep that fell short lacks, and none of its failures stands for.
 *
 * @param cards how many; null where nobody can know
 * @param reason why
 */
record Shortfall(@Nullable Long cards, String reason) {

    /** What it lacks; null where nothing may be missing, or where its failures say it all. */
    static @Nullable Shortfall of(Sweep sweep, SweepEnd end) {
        boolean fellShort = end.result() == SweepResult.PARTIAL || end.result() == SweepResult.FAILED;
        if (!fellShort || sweep.preview() != null) {
            return null;
        }
        Long lacking = lacking(sweep);
        return lacking != null || isUntold(sweep) ? new Shortfall(lacking, reason(sweep, end)) : null;
    }

    /** Whether something may be missing that none of its failures stands for. */
    private static boolean isUntold(Sweep sweep) {
        if (sweep.counts().failures.get() == 0) {
            return true;
        }
        RequestQueue requests = sweep.requests();
        if (requests == null || sweep.counts().unknown.get() > 0) {
            return false;
        }
        if (sweep.stopped()) {
            return requests.status().expected() == null;
        }
        String doubt = requests.status().doubt();
        // a page that stayed unread has its record
        return doubt != null && !doubt.equals(SourceStatus.PART_UNREAD);
    }

    private static String reason(Sweep sweep, SweepEnd end) {
        RequestQueue requests = sweep.requests();
        String doubt = requests == null ? null : requests.status().doubt();
        return doubt != null ? doubt : String.valueOf(end.reason());
    }

    private static @Nullable Long lacking(Sweep sweep) {
        Long expected = Forecast.expected(sweep);
        long settled = sweep.counts().upToDate() + sweep.counts().failed.get();
        return expected == null || expected <= settled ? null : (Long) (expected - settled);
    }
}
