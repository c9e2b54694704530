package org.simrelay.http;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Looks once more whether a call may go out, right before its first byte: a process may be paused also while a call is made or connects,
 * and is not to ask when it wakes.
 */
public final class LastLook implements ExecChainHandler {

    private static final ThreadLocal<BooleanSupplier> LOOKS = ThreadLocal.withInitial(() -> () -> true);

    /** The calls of this thread may go out while this says so, until the next is set. */
    public static void set(BooleanSupplier look) {
        LOOKS.set(look);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!LOOKS.get().getAsBoolean()) {
            throw new IOException("not sent, since another process may have the account");
        }
        return chain.proceed(request, scope);
    }
}
