package org.simrelay.web;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The connections that are open, in the order in which they came: so many, and each with so many requests at once. Thread-safe. */
final class Connections implements Handler<HttpConnection> {

    private final WebLimits limits;
    private final Set<HttpConnection> open = new LinkedHashSet<>();

    Connections(WebLimits limits) {
        this.limits = limits;
    }

    @Override
    public void handle(HttpConnection connection) {
        ChannelHandlerContext vertx = ((ConnectionBase) connection).channelHandlerContext();
        vertx.pipeline().addBefore(vertx.name(), "pipelined", new Pipelined(limits.pipelined()));
        vertx.pipeline().addBefore(vertx.name(), "legible", new Legible());
        connection.closeHandler(closed -> left(connection));
        HttpConnection longest = came(connection);
        if (longest != null) {
            var unused = longest.close();
        }
    }

    private synchronized @Nullable HttpConnection came(HttpConnection connection) {
        open.add(connection);
        return open.size() > limits.connections() ? open.iterator().next() : null;
    }

    private synchronized void left(HttpConnection connection) {
        open.remove(connection);
    }
}
