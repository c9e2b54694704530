package org.simrelay.paging;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.config.PagedLists;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Items;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestScope;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/** Finds the items of a page where the poll that asked for it says; a step of the call, so that a retry asks again. */
public final class PageReader implements Processor {

    /** @throws Refusal unknown, when the list is not where it should be, or nothing says where it ends */
    @Override
    public void process(Exchange exchange) throws Refusal {
        Sweep sweep = RequestScope.sweep(exchange);
        Requests requests = sweep.requests();
        Items items = requests == null ? null : requests.items();
        if (items == null) {
            throw new IllegalStateException(sweep.id().poll() + " does not read pages");
        }
        Answer answer = items.of(exchange.getMessage().getBody(JsonNode.class));
        Request request = RequestScope.request(exchange);
        boolean first = request != null && request.page() == 1;
        exchange.getMessage().setBody(first && answer.total() == null ? withItsEnd(answer, items) : answer);
    }

    /** A first page without a total: none follows an empty one; any other may be one of many. */
    private static Answer withItsEnd(Answer answer, Items items) throws Refusal {
        if (items.endsShort()) {
            return answer;
        }
        if (answer.items().isEmpty()) {
            return new Answer(answer.items(), 0L);
        }
        throw new Refusal(
                Outcome.UNKNOWN, null, "the reply tells no total where it should, and " + PagedLists.END_UNKNOWN);
    }
}
