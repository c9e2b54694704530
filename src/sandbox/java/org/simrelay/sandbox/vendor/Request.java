package org.simrelay.sandbox.vendor;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request, read. Parameters keep all their values, since a parameter that comes twice is a fault of the client. */
record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        Map<String, List<String>> headers) {

    static Request read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                parse(exchange.getRequestURI().getRawQuery()),
                parse(isForm ? new String(body, StandardCharsets.UTF_8) : ""),
                Map.copyOf(exchange.getRequestHeaders()));
    }

    /** The first value of each parameter, of the query and the form. */
    Map<String, String> parameters() {
        Map<String, String> first = new LinkedHashMap<>();
        form.forEach((name, values) -> first.put(name, values.get(0)));
        query.forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }

    /** Whether a parameter comes more than once. */
    boolean hasDoubled() {
        return query.values().stream().anyMatch(v -> v.size() > 1)
                || form.values().stream().anyMatch(v -> v.size() > 1)
                || form.keySet().stream().anyMatch(query::containsKey);
    }

    private static Map<String, List<String>> parse(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&", -1)) {
            int at = pair.indexOf('=');
            String name = at < 0 ? pair : pair.substring(0, at);
            String value = at < 0 ? "" : pair.substring(at + 1);
            parameters.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
