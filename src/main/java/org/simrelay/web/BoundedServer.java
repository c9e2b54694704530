package org.simrelay.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/** Camel's server within limits: Camel itself has no options for connections, and makes Vert.x' as they are by default. */
final class BoundedServer extends VertxPlatformHttpServer {

    private final WebLimits limits;

    BoundedServer(VertxPlatformHttpServerConfiguration configuration, WebLimits limits) {
        super(configuration);
        this.limits = limits;
    }

    @Override
    protected Vertx createVertxInstance() {
        return new Bounded((VertxInternal) super.createVertxInstance(), limits);
    }

    private static final class Bounded extends VertxWrapper {

        private final WebLimits limits;

        Bounded(VertxInternal vertx, WebLimits limits) {
            super(vertx);
            this.limits = limits;
        }

        @Override
        public HttpServer createHttpServer(HttpServerOptions options) {
            options.setIdleTimeout((int) limits.idle().toMillis())
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                    // many requests over one connection at once, which nobody here needs
                    .setHttp2ClearTextEnabled(false);
            return super.createHttpServer(options).connectionHandler(new Connections(limits));
        }
    }
}
