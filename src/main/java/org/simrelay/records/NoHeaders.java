package org.simrelay.records;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** No header of a message becomes a record's header: those come from the CloudEvent alone. */
public final class NoHeaders implements HeaderFilterStrategy {

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return true;
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
