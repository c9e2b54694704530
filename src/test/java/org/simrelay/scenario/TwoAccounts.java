package org.simrelay.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** iotbos, as two of its accounts see it. */
final class TwoAccounts implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> tokens;
    private final Map<String, String> asked = new ConcurrentSkipListMap<>();

    /** @param tokens by the accounts' names at the vendor */
    TwoAccounts(Map<String, String> tokens) {
        this.tokens = tokens;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The cards that were asked for, by the token. */
    Map<String, String> asked() {
        return new TreeMap<>(asked);
    }

    private void answer(HttpExchange call) throws IOException {
        Map<String, String> query = Stream.of(call.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String reply;
        if (call.getRequestURI().getPath().equals("/Api/token")) {
            reply = "{\"status\":1,\"createtime\":\"2026/11/22 16:00:00\",\"data\":{\"accessToken\":\""
                    + tokens.get(query.get("account")) + "\",\"expiresTime\":\"2026/11/22 18:00:00\"}}";
        } else {
            asked.put(query.get("accessToken"), query.get("cardIdNums"));
            reply = Stream.of(query.getOrDefault("cardIdNums", "").split(","))
                    .map(card -> "{\"num\":\"" + card + "\",\"State\":1,\"SmsCount\":1,\"UseFlow\":2}")
                    .collect(Collectors.joining(",", "{\"status\":1,\"data\":{\"date\":[", "]}}"));
        }
        byte[] body = reply.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
