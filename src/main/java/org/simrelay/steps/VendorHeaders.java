package org.simrelay.steps;

import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.simrelay.http.RequestTarget;

/** No header of a message becomes an HTTP header, but those that a {@link Call} gives, and the one that {@link RequestTarget} takes out again; and of a reply's headers only those that somebody reads come in. */
public final class VendorHeaders implements HeaderFilterStrategy {

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !RequestTarget.HEADER.equals(name)
                && !(exchange.getProperty(ExchangeContract.HEADERS) instanceof Set<?> own && own.contains(name));
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !(name.equalsIgnoreCase("content-type")
                || name.equalsIgnoreCase("date")
                || name.equalsIgnoreCase("retry-after"));
    }
}
