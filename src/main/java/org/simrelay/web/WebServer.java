package org.simrelay.web;

import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.main.ManagementHttpServer;
import org.simrelay.config.Causes;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Camel's own HTTP server, on threads of its own: two that wait for requests and answers, and a few that answer. It stops with the context. */
public final class WebServer {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int ANSWERING = 4;

    private static final WebAnswer NOTHING = WebAnswer.text(
            404,
            "there is nothing at this path; there are /, /api/polls, /observe/health/live, /observe/health/ready, /observe/metrics,"
                    + " and for POST /api/polls/<poll>/ with run, pause, resume or replay\n");

    private final ManagementHttpServer server;
    private final Bearer bearer;
    private final String address;

    private WebServer(ManagementHttpServer server, Bearer bearer, String address) {
        this.server = server;
        this.bearer = bearer;
        this.address = address;
    }

    /**
     * Listens, and answers nothing yet.
     *
     * @throws SettingsException when it cannot listen there
     */
    public static WebServer start(CamelContext context, Settings settings) {
        return start(context, settings, WebLimits.SHIPPED);
    }

    /** The same, with other limits. */
    static WebServer start(CamelContext context, Settings settings, WebLimits limits) {
        WebSettings web = WebSettings.of(settings);
        WebPort.look(web, settings);
        // Camel makes its Vert.x with these, and closes it
        context.getRegistry().bind("vertxOptions", options());
        ManagementHttpServer server = new ManagementHttpServer();
        server.setHost(web.host());
        server.setPort(web.port());
        server.setPath("/");
        server.setMetricsEnabled(true);
        // as the one above would name it
        server.getConfiguration().setServerType("management");
        BoundedServer bounded = new BoundedServer(server.getConfiguration(), limits);
        int port;
        try {
            // the one above takes the server that is there
            context.addService(bounded);
            context.addService(server);
            port = bounded.getServer().actualPort();
        } catch (Exception e) {
            throw new SettingsException(WebPort.cannot(web, settings, Causes.of(e)));
        }
        server.getRouter().route().order(-1).handler(new HostNames(web.host()));
        server.getRouter().route().last().handler(request -> WebRoute.send(request, NOTHING));
        String host = web.host().contains(":") ? "[" + web.host() + "]" : web.host();
        String address = "http://" + host + ":" + port;
        LOG.info("listening on {}", address);
        return new WebServer(server, new Bearer(web.token()), address);
    }

    private static VertxOptions options() {
        return new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(ANSWERING)
                .setInternalBlockingPoolSize(1)
                // nothing that it could warn of is worth a look a second
                .setBlockedThreadCheckInterval(Duration.ofHours(1).toMillis())
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                // no folder of its own: the file system may be read-only
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    /** From now on this path is answered too. */
    public WebServer add(WebPath path) {
        WebRoute.add(path, server.getRouter(), bearer);
        return this;
    }

    /** Where it listens: {@code http://<host>:<port>}. */
    public String address() {
        return address;
    }
}
