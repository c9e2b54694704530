package org.simrelay.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.simrelay.http.CallDeadlines.Call;
import org.simrelay.jvm.OutOfMemory;

/**
 * Bounds calls: one that takes longer than its time-outs for connecting and reading together is cut, and one that its reader
 * closes early has its connection cut. HttpClient alone bounds only the wait for the next byte, and reads a closed reply to its
 * end, which may never come.
 */
final class BoundedReplies implements ExecChainHandler {

    private final CallDeadlines deadlines;

    BoundedReplies(CallDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Call call = deadlines.begin(most(scope.clientContext.getRequestConfigOrDefault()), () -> cut(scope));
        boolean hasBody = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(new BoundedEntity(entity, call, scope.execRuntime::discardEndpoint));
                hasBody = true;
            }
            return response;
        } catch (IOException | RuntimeException e) {
            scope.execRuntime.discardEndpoint();
            if (call.isLate()) {
                throw call.late(e);
            }
            throw e;
        } catch (Error e) {
            OutOfMemory.endIfCausedBy(e);
            scope.execRuntime.discardEndpoint();
            throw e;
        } finally {
            if (!hasBody) {
                call.end();
            }
        }
    }

    // camel-http sets the one for connecting here too
    @SuppressWarnings("deprecation")
    private static Timeout most(RequestConfig config) {
        @Nullable Timeout connect = config.getConnectTimeout();
        @Nullable Timeout read = config.getResponseTimeout();
        return connect == null || read == null || !read.isEnabled()
                ? Timeout.DISABLED
                : Timeout.ofMilliseconds(connect.toMilliseconds() + read.toMilliseconds());
    }

    /** From another thread: by the request itself, which knows what it waits for, be it a connection or one that is being made. */
    private static void cut(ExecChain.Scope scope) {
        if (scope.originalRequest instanceof Cancellable cancellable) {
            cancellable.cancel();
        } else {
            scope.execRuntime.discardEndpoint();
        }
    }
}
