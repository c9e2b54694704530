package org.simrelay.sweep;

import org.jspecify.annotations.Nullable;

/** Where a sweep goes on that an earlier run began, and what is known of its cards before its requests are. */
public final class ResumePoint {

    private final Counts counts;
    private volatile @Nullable Progress done;
    private volatile @Nullable Long expected;
    private volatile String restartedAs = "";

    ResumePoint(Counts counts) {
        this.counts = counts;
    }

    /**
     * The sweep was interrupted and goes on.
     *
     * @param before what was done
     * @param cards it is to publish, null where that is not known
     */
    public void set(Progress before, @Nullable Long cards) {
        done = before;
        expected = cards;
        count(before);
    }

    /**
     * It goes on now. What the earlier run has told of failures before its end, since too many waited for that, stays told: what this one
     * tells of the same requests is something else.
     *
     * @param requests HTTP calls of the earlier runs
     */
    public void resumed(long requests) {
        restartedAs = requests == 0 ? "" : "-after-" + requests;
    }

    /**
     * Begins behind what was done, where the inventory is still the same; any other sweep starts with nothing done.
     *
     * @param fingerprint of the inventory as it is now
     * @return what counts as done
     */
    public Progress begin(String fingerprint) {
        Progress from = done;
        if (from == null) {
            return Progress.NONE;
        }
        boolean same = from.fingerprint().equals(fingerprint);
        Progress begun = same ? from : Progress.NONE;
        count(begun);
        if (same && from.failed() > 0) {
            counts.note(from.failed() + " cards went to sim.failures before the sweep was interrupted");
        }
        if (!same) {
            done = Progress.NONE;
            String earlier = restartedAs;
            restartedAs = from.batch() == 0 ? earlier : earlier + "-of-" + fingerprint;
        }
        return begun;
    }

    private void count(Progress progress) {
        counts.published.set(progress.published());
        counts.unchanged.set(progress.unchanged());
        counts.failed.set(progress.failed());
        counts.failures.set(progress.failed());
    }

    /** How far the sweep had come when it was interrupted; nothing for one that was not. */
    public Progress before() {
        Progress from = done;
        return from == null ? Progress.NONE : from;
    }

    /** What sets its failures apart from those of an earlier run of the same sweep; empty where there was none. */
    public String restartedAs() {
        return restartedAs;
    }

    /** The cards it is to publish, known before its requests are. */
    public void expect(long cards) {
        expected = cards;
    }

    /** The cards it is to publish, as known without its requests: from before it was interrupted, or from its inventory. */
    public @Nullable Long expected() {
        return expected;
    }

    /** The cards that were neither published nor reported when it was interrupted; null where that is not known. */
    public @Nullable Long unasked() {
        Long cards = expected;
        return cards == null ? null : (Long) Math.max(0, cards - counts.upToDate() - counts.failed.get());
    }
}
