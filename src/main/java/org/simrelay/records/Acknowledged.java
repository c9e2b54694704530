package org.simrelay.records;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestScope;

/** A step behind {@code direct:publish}: Kafka acknowledged every record of the request. */
public final class Acknowledged implements Processor {

    @Override
    public void process(Exchange exchange) {
        Request request = Objects.requireNonNull(RequestScope.request(exchange));
        List<String> cards = request.publishing();
        int published = cards == null ? 0 : cards.size();
        RequestScope.sweep(exchange).counts().published.addAndGet(published);
        request.done(published, 0);
        if (cards != null) {
            ReplayedCards.acknowledged(exchange, cards);
        }
        request.publishing(List.of());
    }
}
