package org.simrelay.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a path answers.
 *
 * @param type the content type
 * @param headers further ones
 */
public record WebAnswer(int status, String type, String body, Map<String, String> headers) {

    /** JSON, which the caller has masked. */
    public static WebAnswer json(int status, String json) {
        return new WebAnswer(status, "application/json", json, Map.of());
    }

    /** Plain text. */
    public static WebAnswer text(int status, String text) {
        return new WebAnswer(status, "text/plain; charset=utf-8", text, Map.of());
    }

    /** The same with one more header. */
    public WebAnswer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new WebAnswer(status, type, body, Map.copyOf(more));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
