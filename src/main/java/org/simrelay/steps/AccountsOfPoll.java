package org.simrelay.steps;

import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.simrelay.lifecycle.ExchangeRun;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.lifecycle.Sweeps;

/** What a run of a poll is split into: one sweep for each of the vendor's accounts, side by side. */
public final class AccountsOfPoll {

    /**
     * One account's part of a run.
     *
     * @param poll its id, which is its route's
     */
    public record Part(String poll, String account, PollRun run) {}

    private final Sweeps sweeps;
    private final Clock clock;

    public AccountsOfPoll(Sweeps sweeps, Clock clock) {
        this.sweeps = sweeps;
        this.clock = clock;
    }

    /** The parts of the run, for the split's expression. */
    public List<Part> of(Exchange exchange) {
        PollRun run = ExchangeRun.of(exchange, clock.instant());
        exchange.getMessage().removeHeaders("*");
        String poll = exchange.getFromRouteId();
        return sweeps.accounts(poll, run).stream()
                .map(account -> new Part(poll, account, run))
                .toList();
    }
}
