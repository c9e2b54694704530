package org.simrelay.http;

import java.io.IOException;
import java.time.Clock;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/**
 * Bounds replies: one that drips is given up after the time-out for reading, and one that
 * its reader closes early has its connection cut. HttpClient alone bounds only the wait for the next byte, and reads a
 * closed reply to its end, which may never come.
 */
final class BoundedReplies implements ExecChainHandler {

    private final Clock clock;

    BoundedReplies(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            RequestConfig config = scope.clientContext.getRequestConfigOrDefault();
            Timeout most = config.getResponseTimeout();
            response.setEntity(new BoundedEntity(
                    entity, clock, most == null ? Timeout.DISABLED : most, scope.execRuntime::discardEndpoint));
        }
        return response;
    }
}
