package org.simrelay.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.OpenFailure;
import org.simrelay.lifecycle.OpenFailures;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.lifecycle.Replay;
import org.simrelay.lifecycle.ReplayPlan;
import org.simrelay.records.Failures;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.SweepEnd;

/** Asks again for what failed, on the routes of the service. */
public final class Replays {

    private final Registry beans;
    private final Replay.Runner runner;
    private final Clock clock;

    Replays(CamelContext context, Clock clock) {
        this.beans = context.getRegistry();
        this.runner = new ReplayRunner(context, new PollRunner(context));
        this.clock = clock;
    }

    /**
     * What stands open in sim.failures.
     *
     * @param sweepOrPoll whose; null for all
     * @throws org.simrelay.config.SettingsException when Kafka does not tell
     */
    public OpenFailures open(@Nullable String sweepOrPoll) {
        return new OpenFailures(bean("wholeTopic", WholeTopic.class), Json.MAPPER, sweepOrPoll);
    }

    /** What a replay of these would ask, a line a poll and account. */
    public List<String> plan(OpenFailures open) {
        ReplayPlan plan = new ReplayPlan(runner);
        open.forEach(plan::add);
        return plan.lines();
    }

    /** Asks again for what failed, and marks what is then published as done; gives how each poll's sweep ended. */
    public Map<String, SweepEnd> replay(List<OpenFailure> open) {
        return new Replay(runner, bean("failures", Failures.class), bean("ledgers", Ledgers.class))
                .replay(open, clock.instant());
    }

    private <T> T bean(String name, Class<T> type) {
        return beans.lookupByNameAndType(name, type);
    }
}
