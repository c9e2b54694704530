package org.simrelay.paging;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.Items;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.RequestScope;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/** Finds the items of a page where the poll that asked for it says; a step of the call, so that a retry asks again. */
public final class PageReader implements Processor {

    /** @throws Refusal unknown, when the list is not where it should be */
    @Override
    public void process(Exchange exchange) throws Refusal {
        Sweep sweep = RequestScope.sweep(exchange);
        Requests requests = sweep.requests();
        Items items = requests == null ? null : requests.items();
        if (items == null) {
            throw new IllegalStateException(sweep.id().poll() + " does not read pages");
        }
        exchange.getMessage().setBody(items.of(exchange.getMessage().getBody(JsonNode.class)));
    }
}
