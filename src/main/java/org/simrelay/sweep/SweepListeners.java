package org.simrelay.sweep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners, in order; one that throws costs neither the others nor the sweep. */
public final class SweepListeners implements SweepListener {

    private static final Logger LOG = LoggerFactory.getLogger(SweepListeners.class);

    private final List<SweepListener> all;

    public SweepListeners(SweepListener... listeners) {
        all = new CopyOnWriteArrayList<>(listeners);
    }

    /** From now on this one is told too. */
    public void add(SweepListener listener) {
        all.add(listener);
    }

    private void tell(Consumer<SweepListener> what) {
        for (SweepListener listener : all) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("{} broke", listener.getClass().getName(), e);
            }
        }
    }

    @Override
    public void begun(Sweep sweep, boolean resumed) {
        tell(listener -> listener.begun(sweep, resumed));
    }

    @Override
    public void attemptBegun(Sweep sweep, Request request) {
        tell(listener -> listener.attemptBegun(sweep, request));
    }

    @Override
    public void attemptDone(Sweep sweep, Request request, Outcome outcome, Duration took) {
        tell(listener -> listener.attemptDone(sweep, request, outcome, took));
    }

    @Override
    public void published(Sweep sweep, @Nullable String result, int cards) {
        tell(listener -> listener.published(sweep, result, cards));
    }

    @Override
    public void requestDone(Sweep sweep, Request request) {
        tell(listener -> listener.requestDone(sweep, request));
    }

    @Override
    public void ended(Sweep sweep, SweepEnd end) {
        tell(listener -> listener.ended(sweep, end));
    }

    @Override
    public void recorded(Sweep sweep, SweepEnd end) {
        tell(listener -> listener.recorded(sweep, end));
    }

    @Override
    public void skipped(Sweep sweep, SweepEnd end) {
        tell(listener -> listener.skipped(sweep, end));
    }

    @Override
    public void suspended(Sweep sweep) {
        tell(listener -> listener.suspended(sweep));
    }

    @Override
    public void lost(Sweep sweep) {
        tell(listener -> listener.lost(sweep));
    }
}
