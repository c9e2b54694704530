package org.simrelay.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens on the loopback only, answers 421 to whoever calls it by the name of another host: a page of that host, open in a
 * browser of this machine, could read what only this machine may. Elsewhere any name is served: probes use the address of a pod.
 */
final class HostNames implements Handler<RoutingContext> {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(:[0-9]*)?");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable Set<String> served;
    private final WebAnswer other;

    /** @param listening what http.host says */
    HostNames(String listening) {
        String own = listening.contains(":") && !listening.startsWith("[") ? "[" + listening + "]" : listening;
        served = isLoopback(listening) ? names(own.toLowerCase(Locale.ROOT)) : null;
        other = WebAnswer.text(
                421,
                "the service listens on the loopback, and answers to the Host localhost, 127.0.0.1, [::1]"
                        + (LOOPBACK.contains(own.toLowerCase(Locale.ROOT)) ? "" : ", " + own)
                        + " only; let a proxy in front send one of these, or set http.host\n");
    }

    private static Set<String> names(String own) {
        Set<String> names = new HashSet<>(LOOPBACK);
        names.add(own);
        return names;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public void handle(RoutingContext context) {
        if (isServed(context.request().getHeader("Host"))) {
            context.next();
        } else {
            WebRoute.send(context, other);
        }
    }

    /** @param host null where the client sends none, which no browser does */
    private boolean isServed(@Nullable String host) {
        if (served == null || host == null) {
            return true;
        }
        Matcher parts = HOST_AND_PORT.matcher(host);
        return parts.matches() && served.contains(parts.group(1).toLowerCase(Locale.ROOT));
    }
}
