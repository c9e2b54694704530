package org.simrelay.steps;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.records.ReplayedCards;
import org.simrelay.sweep.Request;

/** A step behind {@code direct:publish}: Kafka acknowledged every record of the request. */
public final class CountPublished implements Processor {

    @Override
    public void process(Exchange exchange) {
        Request request = Objects.requireNonNull(OpenRequest.request(exchange));
        List<String> cards = request.publishing();
        int published = cards == null ? 0 : cards.size();
        OpenRequest.sweep(exchange).counts().published.addAndGet(published);
        request.done(published, 0);
        if (cards != null) {
            ReplayedCards.acknowledged(exchange, cards);
        }
        request.publishing(List.of());
    }
}
