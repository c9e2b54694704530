package org.simrelay.service;

import java.io.ByteArrayInputStream;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.ProcessorEndpoint;

/** A reply that was saved: each HTTP call is answered with it, and nothing goes out. */
public final class SavedReply implements CamelConfiguration {

    private static final int OK = 200;

    private final byte[] body;

    /** @param body as the vendor sent it */
    public SavedReply(byte[] body) {
        this.body = body.clone();
    }

    @Override
    public void configure(CamelContext context) {
        context.getCamelContextExtension()
                .registerEndpointCallback((uri, endpoint) -> endpoint instanceof HttpEndpoint
                        ? new ProcessorEndpoint(uri, context, this::answer)
                        : endpoint);
    }

    private void answer(Exchange call) {
        call.getMessage().removeHeaders("*");
        call.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, OK);
        call.getMessage().setBody(new ByteArrayInputStream(body));
    }
}
