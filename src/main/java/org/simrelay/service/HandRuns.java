package org.simrelay.service;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.simrelay.config.Causes;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepResult;

/** Runs of polls that a command asks for. */
public final class HandRuns {

    private final PollRunner runner;
    private final Sweeps sweeps;
    private final Clock clock;

    HandRuns(PollRunner runner, Sweeps sweeps, Clock clock) {
        this.runner = runner;
        this.sweeps = sweeps;
        this.clock = clock;
    }

    /**
     * One sweep of a poll for each of its vendor's accounts, now.
     *
     * @return how each ended, by the key of its records, in order; failed also when Kafka could not be told
     */
    public Map<String, SweepEnd> sweep(String poll) {
        PollRun run = PollRun.byHand(clock.instant());
        Exception thrown = runner.run(poll, run);
        String unsaid = thrown == null ? "its end could not be published" : Causes.of(thrown);
        Map<String, SweepEnd> ends = new TreeMap<>();
        for (String account : sweeps.accounts(poll, run)) {
            ends.put(SweepId.key(poll, account), new SweepEnd(SweepResult.FAILED, unsaid));
        }
        run.ends().forEach((sweep, end) -> ends.put(sweep.id().key(), end));
        return ends;
    }

    /** One request of a poll, now, with the same route; a service that rehearses publishes nothing. */
    public void preview(String poll, Preview preview) {
        PollRun run = PollRun.preview(clock.instant(), preview);
        Exception thrown = runner.run(poll, run);
        preview.ended(
                thrown == null
                        ? run.ends().values().stream()
                                .map(SweepEnd::reason)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)
                        : Causes.of(thrown));
    }
}
