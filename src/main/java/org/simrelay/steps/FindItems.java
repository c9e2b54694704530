package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Items;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.source.AskedCards;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.PreviewMatch;
import org.simrelay.sweep.Request;

/**
 * The last step of a call: finds the items in the reply, where the poll's query says. What it throws is asked again, as a call that failed.
 */
public final class FindItems implements Processor {

    /** @throws RequestFailure unknown, when the list is not where it should be, is of none of the request's cards, or nothing says where it ends */
    @Override
    public void process(Exchange exchange) throws RequestFailure {
        Query query = exchange.getProperty(ExchangeContract.QUERY, Query.class);
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        JsonNode reply = exchange.getMessage().getBody(JsonNode.class);
        Preview preview = ExchangeContract.sweep(exchange).preview();
        if (preview != null) {
            preview.searched(reply);
        }
        Answer answer = query.answer(reply, ExchangeContract.sweep(exchange), request);
        if (preview != null) {
            preview.found(PreviewMatch.of(request.cards(), answer));
        }
        if (request.namesCards()) {
            AskedCards.check(request.cards(), answer.items());
        }
        boolean endless = request.page() == 1 && answer.total() == null;
        exchange.getMessage().setBody(endless ? withItsEnd(answer, query) : answer);
    }

    /** A first page without a total: none follows an empty one; any other may be one of many. */
    private static Answer withItsEnd(Answer answer, Query query) throws RequestFailure {
        if (query.endsShort()) {
            return answer;
        }
        if (answer.items().isEmpty()) {
            return new Answer(answer.items(), 0L);
        }
        throw new RequestFailure(
                Outcome.UNKNOWN, null, "the reply tells no total where it should, and " + Items.END_UNKNOWN);
    }
}
