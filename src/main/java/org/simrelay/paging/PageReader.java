package org.simrelay.paging;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Items;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/** Finds the items of a page where the poll that asked for it says; a step of the call, so that a retry asks again. */
public final class PageReader {

    /**
     * The items of a page.
     *
     * @throws Refusal unknown, when the list is not where it should be
     */
    public Answer read(@Body JsonNode reply, @ExchangeProperty("sweep") Sweep sweep) throws Refusal {
        Requests requests = sweep.requests();
        Items items = requests == null ? null : requests.ask(CardSource::items);
        if (items == null) {
            throw new IllegalStateException(sweep.id().poll() + " does not read pages");
        }
        return items.of(reply);
    }
}
