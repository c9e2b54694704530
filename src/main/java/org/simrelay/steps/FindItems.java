package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Items;
import org.simrelay.reply.RequestFailure;
import org.simrelay.source.AskedCards;
import org.simrelay.sweep.Request;

/** Finds the items in a reply about cards that were asked for. Where they stand is said in JSLT by the bean's properties in a route file. */
public final class FindItems implements Processor {

    private final Items items = new Items();

    /** @throws RequestFailure unknown, when the list is not where it should be, or is of none of the request's cards */
    @Override
    public void process(Exchange exchange) throws RequestFailure {
        Answer answer = items.of(exchange.getMessage().getBody(JsonNode.class));
        Request request = OpenRequest.request(exchange);
        if (request != null) {
            AskedCards.check(request.cards(), answer.items());
        }
        exchange.getMessage().setBody(answer);
    }

    /** JSLT: the array of items. */
    public void setList(String jslt) {
        items.setList(jslt);
    }

    /** JSLT over an item: its card's number. */
    public void setCard(String jslt) {
        items.setCard(jslt);
    }
}
