package org.simrelay.service;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.lifecycle.Replay;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.steps.Query;
import org.simrelay.steps.Shape;

/** Runs polls for a replay, on the routes of the service. */
final class ReplayRunner implements Replay.Runner {

    private final Registry beans;
    private final PollRunner runner;

    ReplayRunner(CamelContext context, PollRunner runner) {
        this.beans = context.getRegistry();
        this.runner = runner;
    }

    @Override
    public boolean has(String poll) {
        return runner.has(poll);
    }

    @Override
    public boolean hasAccount(String poll, String account) {
        return beans.lookupByNameAndType("accounts", Accounts.class)
                .names(RouteFiles.vendor(poll))
                .contains(account);
    }

    @Override
    public boolean isStopping() {
        return beans.lookupByNameAndType("sweeps", Sweeps.class).running().isStopping();
    }

    @Override
    public boolean asksByTime(String poll) {
        return beans.lookupByNameAndType(poll, Query.class).asksByTime();
    }

    @Override
    public int cardsPerRequest(String poll) {
        Query query = beans.lookupByNameAndType(poll, Query.class);
        return query.shape() == Shape.BATCH ? query.size() : 0;
    }

    @Override
    public void run(String poll, PollRun run) {
        var unused = runner.run(poll, run);
    }
}
