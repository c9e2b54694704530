package org.simrelay.http;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Where a request goes, as a step before {@code to: http}. */
public final class VendorAddress {

    /**
     * Hands path and query to camel-http apart and as they are; a query in the path would be parsed and encoded twice.
     *
     * @param sent behind the vendor's base address: the path, "?", and the query, encoded
     */
    public void of(@ExchangeProperty("sent") String sent, Exchange exchange) {
        int mark = sent.indexOf('?');
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, mark < 0 ? sent : sent.substring(0, mark));
        if (mark >= 0) {
            exchange.getMessage().setHeader(Exchange.HTTP_RAW_QUERY, sent.substring(mark + 1));
        }
    }
}
