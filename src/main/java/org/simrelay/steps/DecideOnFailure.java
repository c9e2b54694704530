package org.simrelay.steps;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.RequestFailure;
import org.simrelay.reply.RequestFailures;
import org.simrelay.sweep.Decision;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/**
 * A step behind a request that is not asked again: has {@link org.simrelay.sweep.FailurePolicy} decide what becomes of it, and stops
 * the sweep where that says so. Leaves the name of the action in {@link ExchangeContract#DECISION}.
 */
public final class DecideOnFailure implements Processor {

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = ExchangeContract.sweep(exchange);
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        RequestFailure last = request.attempts().lastFailure();
        // Camel asks for no retry where it is being stopped itself
        RequestFailure failure = last == null
                ? RequestFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                : last;
        Decision decision = sweep.streaks().settle(request, failure);
        request.attempts().believe(decision.failure());
        if (decision.stopReason() != null) {
            sweep.stop(decision.stopReason());
        }
        exchange.setProperty(ExchangeContract.DECISION, decision.action().name());
    }
}
