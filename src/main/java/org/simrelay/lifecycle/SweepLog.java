package org.simrelay.lifecycle;

import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The log lines of sweeps, which operators search for; a preview has none. */
public final class SweepLog implements SweepListener {

    private static final Logger LOG = LoggerFactory.getLogger(SweepLog.class);

    @Override
    public void begun(Sweep sweep, boolean resumed) {
        if (sweep.preview() == null) {
            LOG.info("{} {}", sweep, resumed ? "resumed" : "started");
        }
    }

    @Override
    public void ended(Sweep sweep, SweepEnd end) {
        if (sweep.preview() == null) {
            LOG.atLevel(level(sweep, end))
                    .log(
                            "{} {}: {} published, {}{} failed, {} requests{}",
                            sweep,
                            end.result().word(),
                            sweep.counts().published,
                            sweep.cardEvents().changes() == null ? "" : sweep.counts().unchanged + " unchanged, ",
                            sweep.counts().failed,
                            sweep.counts().requests,
                            end.reason() == null ? "" : " (" + end.reason() + ")");
        }
    }

    @Override
    public void skipped(Sweep sweep, SweepEnd end) {
        LOG.warn("{} skipped: {}", sweep, end.reason());
    }

    @Override
    public void suspended(Sweep sweep) {
        LOG.info("{} suspended, resumes at the next start: {} published", sweep, sweep.counts().published);
    }

    @Override
    public void lost(Sweep sweep) {
        LOG.error("{} is resumed by another process: {}", sweep, sweep.stopReason());
    }

    private static Level level(Sweep sweep, SweepEnd end) {
        return switch (end.result()) {
            case FAILED -> Level.ERROR;
            case PARTIAL, SKIPPED -> Level.WARN;
            // one that has no requests of this run is ended in the name of an earlier one
            case COMPLETE -> sweep.requests() == null ? Level.WARN : Level.INFO;
        };
    }
}
