package org.simrelay.page;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.simrelay.TestSweeps;
import org.simrelay.web.WebServer;

/** Serves the page and pictures as the service does, until it is closed. */
final class PageServer implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();
    private final WebServer server;

    PageServer(Supplier<Picture> pictures) {
        context.start();
        server = WebServer.start(context, TestSweeps.settings(Map.of("HTTP_PORT", "0")))
                .add(new PagePath())
                .add(new PollsPath(pictures));
    }

    String url() {
        return server.address() + "/";
    }

    @Override
    public void close() {
        context.stop();
    }
}
