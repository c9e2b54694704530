package org.simrelay.http;

import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;

/**
 * A pool of connections that outlives whatever a call throws. HttpClient shuts its pool down when it meets an Error (5.5,
 * MainClientExec), and every later call would fail until a restart.
 */
// what camel-http hands over
@SuppressWarnings("deprecation")
final class LastingConnections extends PoolingHttpClientConnectionManager {

    LastingConnections(Registry<ConnectionSocketFactory> sockets, TimeValue timeToLive) {
        super(sockets, PoolConcurrencyPolicy.STRICT, timeToLive, ReplyHeads.connections());
    }

    /** At once: only the connections that no call uses. Else as ever. */
    @Override
    public void close(CloseMode mode) {
        if (mode == CloseMode.IMMEDIATE) {
            closeIdle(TimeValue.ZERO_MILLISECONDS);
        } else {
            super.close(mode);
        }
    }
}
