package org.simrelay.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;

/**
 * Appends path and query to the vendor's base address, as they are, where camel-http and HttpClient are done with it: they
 * would parse and encode an address seven times on its way, which for a hundred cards costs more than their reply.
 */
public final class RequestTarget implements ExecChainHandler {

    /** Holds path and query, encoded, from the step before the call to here; it never goes out. */
    public static final String HEADER = "CamelSimrelayTarget";

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Header target = request.getFirstHeader(HEADER);
        if (target != null) {
            request.removeHeaders(HEADER);
            String base = request.getPath();
            int end = base.endsWith("/") ? base.length() - 1 : base.length();
            request.setPath(base.substring(0, end) + target.getValue());
        }
        return chain.proceed(request, scope);
    }
}
