package org.simrelay.steps;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.sweep.Request;

/** A step behind {@code direct:publish}: Kafka acknowledged every record of the request. */
public final class CountPublished implements Processor {

    @Override
    public void process(Exchange exchange) {
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        List<String> cards = Objects.requireNonNullElse(request.publishing(), List.of());
        ExchangeContract.sweep(exchange).counts().acknowledged(cards);
        PublishedResults.tell(exchange, List.of());
        request.tally().done(cards.size(), 0);
        request.publishing(List.of());
    }
}
