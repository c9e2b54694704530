package org.simrelay.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A vendor, both of them, that refuses everything and says in every form what it was asked with, in lines of its own. */
final class EchoingVendor implements AutoCloseable {

    /** What a log line of the service would look like. */
    static final String FORGED =
            "2099-01-01T00:00:00.000+08:00 INFO  Sweeps - iotbos-usage@2099-01-01T00:00:00Z complete";

    static final String TOKEN = "Canary-Token/9f8e7d+6c5b4a%393827==";

    private final HttpServer server;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    EchoingVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        secrets.add(TOKEN);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Passwords, tokens and signatures that went over the wire. */
    Set<String> secrets() {
        return secrets;
    }

    private void answer(HttpExchange call) throws IOException {
        Map<String, String> asked = new HashMap<>();
        for (String pair : call.getRequestURI().getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            asked.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        String reply;
        if (call.getRequestURI().getPath().equals("/Api/token")) {
            secrets.add(asked.get("password"));
            reply = "{\"status\":1,\"info\":null,\"data\":{\"accessToken\":\"" + TOKEN
                    + "\",\"expiresTime\":\"2018/01/16 16:02:08\"}," + "\"createtime\":\"2018/01/16 14:02:08\"}";
        } else {
            String secret = asked.getOrDefault("accessToken", asked.getOrDefault("token", ""));
            secrets.add(secret);
            String words = said(call.getRequestURI().getRawQuery(), secret);
            reply = "{\"status\":\"13\",\"message\":\"" + words + "\",\"info\":\"" + words + "\",\"result\":\""
                    + words.repeat(9) + "\"}";
        }
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static String said(String query, String secret) {
        return "\\r\\n" + FORGED + "\\u001b[2J\\u009b31m\\u2028\\u202e " + secret.toUpperCase(Locale.ROOT) + " "
                + secret.substring(0, 20) + "… …" + secret.substring(secret.length() - 16) + " " + query
                + " no card 8986-00MF-77 known";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
