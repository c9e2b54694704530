package org.simrelay.http;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** What every HTTP client of camel-http does for simrelay beside its own: calls are bounded, and the address goes out as it is. */
public final class VendorHttp implements HttpClientConfigurer {

    private final CallDeadlines deadlines;

    public VendorHttp(CallDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        // no connection belongs to a user: no login is done by HTTP's own means
        builder.disableConnectionState();
        builder.addExecInterceptorFirst("bounded-replies", new BoundedReplies(deadlines));
        builder.addExecInterceptorAfter(ChainElement.PROTOCOL.name(), "request-target", new RequestTarget());
        // it is connected by then
        builder.addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "last-look", new LastLook());
    }
}
