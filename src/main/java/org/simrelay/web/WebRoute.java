package org.simrelay.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one path: looks at the token, and keeps what goes wrong to itself and the log. */
final class WebRoute {

    private static final Logger LOG = LoggerFactory.getLogger(WebRoute.class);

    private static final WebAnswer NO_TOKEN = WebAnswer.text(
            404,
            "what changes anything is not served without a token: set http.token (HTTP_TOKEN, or http.token-file) and"
                    + " start the service again\n");

    private static final WebAnswer OTHER_METHOD =
            WebAnswer.text(405, "this path takes another method: POST what changes anything, GET what only shows it\n");

    private final WebPath path;
    private final Bearer bearer;

    private WebRoute(WebPath path, Bearer bearer) {
        this.path = path;
        this.bearer = bearer;
    }

    /** Adds a path to a router. */
    static void add(WebPath path, Router router, Bearer bearer) {
        Route route = router.route(path.path());
        if (path.changes()) {
            route.method(HttpMethod.POST);
        } else {
            route.method(HttpMethod.GET).method(HttpMethod.HEAD);
        }
        // not in order: a page that takes long must not hold up health
        route.blockingHandler(new WebRoute(path, bearer)::handle, false);
        router.route(path.path()).handler(request -> send(request, OTHER_METHOD));
    }

    private void handle(RoutingContext context) {
        if (path.changes() && !bearer.isSet()) {
            send(context, NO_TOKEN);
            return;
        }
        boolean trusted = bearer.isIn(context.request().getHeader("Authorization"));
        if (path.changes() && !trusted) {
            send(
                    context,
                    WebAnswer.text(
                                    401,
                                    "needs the header \"Authorization: Bearer <token>\" with the token that http.token has\n")
                            .with("WWW-Authenticate", "Bearer"));
            return;
        }
        try {
            boolean fromPeer = context.request().getHeader(WebRequest.PEER) != null;
            send(context, path.answer(new WebRequest(parameters(context), trusted, fromPeer)));
        } catch (RuntimeException e) {
            LOG.error("{} could not be answered", path.path(), e);
            send(context, WebAnswer.text(500, "an error, which the log tells\n"));
        }
    }

    private static Map<String, String> parameters(RoutingContext context) {
        Map<String, String> parameters = new TreeMap<>();
        context.queryParams().forEach(entry -> parameters.putIfAbsent(entry.getKey(), entry.getValue()));
        parameters.putAll(context.pathParams());
        return parameters;
    }

    static void send(RoutingContext context, WebAnswer answer) {
        HttpServerResponse response = context.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", answer.type())
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(response::putHeader);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            // a HEAD is answered without its body
            response.end();
        } else {
            response.end(Buffer.buffer(answer.bytes()));
        }
    }
}
