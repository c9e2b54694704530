package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Items;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/** Finds the items of a page where the poll that asked for it says; a step of the call, so that a retry asks again. */
public final class PageItems implements Processor {

    /** @throws RequestFailure unknown, when the list is not where it should be, or nothing says where it ends */
    @Override
    public void process(Exchange exchange) throws RequestFailure {
        Sweep sweep = OpenRequest.sweep(exchange);
        RequestQueue requests = sweep.requests();
        Items items = requests == null ? null : requests.items();
        if (items == null) {
            throw new IllegalStateException(sweep.id().poll() + " does not read pages");
        }
        Answer answer = items.of(exchange.getMessage().getBody(JsonNode.class));
        Request request = OpenRequest.request(exchange);
        boolean first = request != null && request.page() == 1;
        exchange.getMessage().setBody(first && answer.total() == null ? withItsEnd(answer, items) : answer);
    }

    /** A first page without a total: none follows an empty one; any other may be one of many. */
    private static Answer withItsEnd(Answer answer, Items items) throws RequestFailure {
        if (items.endsShort()) {
            return answer;
        }
        if (answer.items().isEmpty()) {
            return new Answer(answer.items(), 0L);
        }
        throw new RequestFailure(
                Outcome.UNKNOWN, null, "the reply tells no total where it should, and " + Items.END_UNKNOWN);
    }
}
