package org.simrelay.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.simrelay.config.Nearest;
import org.simrelay.config.Settings;

/** Options of Camel's HTTP component that would do other than they say. */
final class HttpOptions {

    private static final String HTTP = "camel.component.http.";
    private static final String HTTPS = "camel.component.https.";
    private static final int LAST_PORT = 65_535;

    /** Options of the component that an endpoint takes too (HttpComponent.createEndpoint of Camel 4.18); the catalog does not say. */
    private static final Set<String> TIMES =
            Set.of("connectionRequestTimeout", "connectTimeout", "responseTimeout", "soTimeout");

    private HttpOptions() {}

    /** Words to go behind a key, by the key; only of keys that are set. */
    static Map<String, String> wrong(Settings settings) {
        Map<String, String> words = new TreeMap<>();
        for (String key : settings.values().keys()) {
            if (key.startsWith(HTTPS)) {
                words.put(
                        key,
                        "is not read: https is asked with the options of http, " + HTTP
                                + key.substring(HTTPS.length()));
            }
        }
        for (String time : List.of("connect", "response")) {
            String key = HTTP + time + "-timeout";
            if (settings.given(key).isPresent()) {
                words.put(
                        key,
                        "has no effect: each vendor has its own, <vendor>.timeout."
                                + (time.equals("connect") ? "connect" : "read"));
            }
        }
        pair(
                        settings.given(HTTP + "proxy-host").orElse(""),
                        settings.given(HTTP + "proxy-port").orElse(""))
                .forEach((name, said) -> words.put(HTTP + "proxy-" + name, said));
        return words;
    }

    /**
     * Parameters of an endpoint that are none of its options: camel-http would ask the vendor with them.
     *
     * @param options those that the catalog has
     * @return words by name
     */
    static Map<String, String> unknown(Set<String> names, Collection<String> options) {
        Set<String> known = new TreeSet<>(options);
        known.addAll(TIMES);
        Map<String, String> words = new TreeMap<>();
        for (String name : names) {
            if (!known.contains(name) && !name.startsWith("httpClient.") && !name.startsWith("httpConnection.")) {
                words.put(name, "is no option that Camel knows" + Nearest.text(name, known));
            }
        }
        return words;
    }

    /** Of a proxy's host and port, either empty where it is not set: words by "host" or "port". */
    static Map<String, String> pair(String host, String port) {
        if (host.isEmpty() && port.isEmpty()) {
            return Map.of();
        }
        if (port.isEmpty()) {
            return Map.of("host", "needs the proxy's port too, or requests go past the proxy");
        }
        if (host.isEmpty()) {
            return Map.of("port", "needs the proxy's host too, or requests go past the proxy");
        }
        boolean port16 =
                port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= LAST_PORT && Integer.parseInt(port) > 0;
        return port16 ? Map.of() : Map.of("port", "must be a port, 1 to " + LAST_PORT);
    }
}
