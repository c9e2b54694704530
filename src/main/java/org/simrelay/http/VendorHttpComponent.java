package org.simrelay.http;

import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.annotations.Component;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;

/** Camel's component "http", with all its options, over connections that bound what a vendor can send and survive what goes wrong. */
@Component("http")
public final class VendorHttpComponent extends HttpComponent {

    /** @param deadlines cut the calls that take too long; somebody must run them */
    public VendorHttpComponent(CallDeadlines deadlines) {
        setHttpClientConfigurer(new VendorHttp(deadlines));
    }

    @Override
    @SuppressWarnings("deprecation")
    protected HttpClientConnectionManager createConnectionManager(
            Registry<ConnectionSocketFactory> registry, int maxTotal, int perRoute, SocketConfig sockets) {
        LastingConnections connections =
                new LastingConnections(registry, TimeValue.ofMilliseconds(getConnectionTimeToLive()));
        connections.setMaxTotal(maxTotal > 0 ? maxTotal : getMaxTotalConnections());
        connections.setDefaultMaxPerRoute(perRoute > 0 ? perRoute : getConnectionsPerRoute());
        connections.setDefaultSocketConfig(sockets);
        return connections;
    }
}
