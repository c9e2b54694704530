package org.simrelay.steps;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.account.BudgetSpentException;
import org.simrelay.account.Permit;
import org.simrelay.account.PermitFailures;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Sweep;

/** A step before a login, which goes out within the permit of the attempt that needs it: waits for the account's pace alone. */
public final class AwaitPace implements Processor {

    /** @throws RequestFailure later when the account's daily budget is spent */
    @Override
    public void process(Exchange exchange) throws InterruptedException, RequestFailure {
        Sweep sweep = ExchangeContract.sweep(exchange);
        Permit permit = Objects.requireNonNull(exchange.getProperty(ExchangeContract.PERMIT, Permit.class));
        try {
            permit.loginGoesOut();
        } catch (BudgetSpentException e) {
            throw PermitFailures.spent(e, sweep.account());
        }
        // as a request too, and only where it goes out
        sweep.counts().requests.incrementAndGet();
        sweep.counts().logins.incrementAndGet();
        sweep.pulse().moved();
    }
}
