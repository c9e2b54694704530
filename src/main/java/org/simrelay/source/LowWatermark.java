package org.simrelay.source;

import java.util.Map;
import java.util.TreeMap;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Request;

/** Follows which batches are done, requests that came of them included, and how far that is without a gap. */
final class LowWatermark {

    private static final class Tally {
        private int requests;
        private long published;
        private long failed;
        private long unchanged;
        private boolean suspended;
    }

    private final TreeMap<Long, Tally> open = new TreeMap<>();
    private Progress progress;

    LowWatermark(String fingerprint, Progress from) {
        this.progress = new Progress(fingerprint, from.batch(), from.published(), from.failed(), from.unchanged());
    }

    void asked(Request request) {
        open.computeIfAbsent(request.batch(), b -> new Tally()).requests++;
    }

    void finished(Request request) {
        Tally tally = open.get(request.batch());
        if (tally == null) {
            return;
        }
        tally.requests--;
        tally.published += request.tally().published();
        tally.failed += request.tally().failed();
        tally.unchanged += request.tally().unchanged();
        tally.suspended |= request.tally().isSuspended();
        Map.Entry<Long, Tally> first = open.firstEntry();
        while (first != null && first.getValue().requests == 0 && !first.getValue().suspended) {
            progress = new Progress(
                    progress.fingerprint(),
                    first.getKey(),
                    progress.published() + first.getValue().published,
                    progress.failed() + first.getValue().failed,
                    progress.unchanged() + first.getValue().unchanged);
            open.remove(first.getKey());
            first = open.firstEntry();
        }
    }

    Progress progress() {
        return progress;
    }
}
