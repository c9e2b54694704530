package org.simrelay.source;

import java.util.ArrayDeque;
import java.util.Deque;
import org.simrelay.sweep.BatchTally;
import org.simrelay.sweep.Progress;

/** Follows how far the batches are done without a gap. */
final class LowWatermark {

    private final Deque<BatchTally> open = new ArrayDeque<>();
    private Progress progress;

    LowWatermark(String fingerprint, Progress from) {
        this.progress = new Progress(fingerprint, from.batch(), from.published(), from.failed(), from.unchanged());
    }

    /** The next batch is asked for. */
    void asked(BatchTally batch) {
        open.add(batch);
    }

    /** Some batch may be done. */
    void advance() {
        while (!open.isEmpty() && open.element().isDone()) {
            progress = open.remove().after(progress);
        }
    }

    Progress progress() {
        return progress;
    }
}
