package org.simrelay.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.Sweep;

/** The sweeps that run: one at a time per poll and account. Thread-safe. */
public final class RunningSweeps {

    private record Running(Sweep sweep, @Nullable PollRun run, boolean ending) {
        /** A place that no sweep runs in. */
        static Running held(Sweep place) {
            return new Running(place, null, false);
        }
    }

    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final NamedTicks ticks = new NamedTicks();
    private volatile @Nullable String stopping;

    /**
     * A sweep begins; while the service is being stopped it is suspended at once.
     *
     * @return the one that has its place already; null where this one has it
     */
    @Nullable Sweep begin(Sweep sweep, PollRun run) {
        Running before = running.putIfAbsent(sweep.id().key(), new Running(sweep, run, false));
        if (before != null) {
            return before.sweep();
        }
        String stop = stopping;
        if (stop != null) {
            sweep.stopSwitch().suspend(stop);
        }
        return null;
    }

    /** The ticks that have named sweeps. */
    NamedTicks ticks() {
        return ticks;
    }

    /** Whether this sweep has its place, and nobody ends it. */
    boolean has(Sweep sweep) {
        Running now = running.get(sweep.id().key());
        return now != null && now.sweep() == sweep && !now.ending();
    }

    /**
     * A sweep is ended by who asks, and keeps its place until {@link #end}: what the next one says is to follow what is said of its end.
     *
     * @return the run it is of, to one caller only; null to all others
     */
    @Nullable PollRun beginEnd(Sweep sweep) {
        Running now = running.get(sweep.id().key());
        if (now == null || now.sweep() != sweep || now.ending()) {
            return null;
        }
        return running.replace(sweep.id().key(), now, new Running(sweep, now.run(), true)) ? now.run() : null;
    }

    /** A sweep leaves its place. */
    void end(Sweep sweep) {
        running.computeIfPresent(sweep.id().key(), (key, now) -> now.sweep() == sweep ? null : now);
    }

    /**
     * Does something while the places of these sweeps, which never run, are held for them.
     *
     * @return false, with nothing done, where another has one of the places
     */
    boolean whileHeld(Collection<Sweep> places, Runnable work) {
        List<Sweep> held = new ArrayList<>();
        try {
            for (Sweep place : places) {
                if (running.putIfAbsent(place.id().key(), Running.held(place)) != null) {
                    return false;
                }
                held.add(place);
            }
            work.run();
            return true;
        } finally {
            held.forEach(place -> running.remove(place.id().key(), Running.held(place)));
        }
    }

    /** Running and future sweeps send no new request; those that keep checkpoints are suspended for the next run. */
    public void stopAll(String reason) {
        stopping = reason;
        list().forEach(sweep -> sweep.stopSwitch().suspend(reason));
    }

    /** Whether no sweep may send a request any more. */
    public boolean isStopping() {
        return stopping != null;
    }

    /** Another process has taken an account, or some of its sweeps: those stop here and go on there, or have ended there. */
    public void giveUp(String account, Predicate<String> taken) {
        list().stream()
                .filter(sweep -> sweep.account().source().equals(account))
                .filter(sweep -> taken.test(sweep.toString()))
                .forEach(sweep -> sweep.stopSwitch().giveUp("another process has taken it"));
    }

    /** No new request of an account's sweeps goes out; those that keep checkpoints are suspended for whoever has it next. */
    public void suspend(String account, String reason) {
        ofAccount(account).forEach(sweep -> sweep.stopSwitch().suspend(reason));
    }

    /** Those of an account. */
    public List<Sweep> ofAccount(String account) {
        return list().stream()
                .filter(sweep -> sweep.account().source().equals(account))
                .toList();
    }

    /** Those that run now. */
    public List<Sweep> list() {
        return running.values().stream().map(Running::sweep).toList();
    }

    /** The sweep of this key that runs; null where none does, or its place is only held. */
    public @Nullable Sweep of(String key) {
        Running now = running.get(key);
        return now == null || now.run() == null ? null : now.sweep();
    }

    /** Whether none runs, and no place is held. */
    boolean isEmpty() {
        return running.isEmpty();
    }
}
