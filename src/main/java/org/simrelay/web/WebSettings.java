package org.simrelay.web;

import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;

/**
 * Where {@code run} listens, and who may change anything.
 *
 * @param enabled whether it listens at all: {@code http.enabled}
 * @param host the address to listen on: {@code http.host}
 * @param port 0 for a free one: {@code http.port}
 * @param token what a request needs to change anything: {@code http.token}; null where nothing can be changed
 */
public record WebSettings(boolean enabled, String host, int port, @Nullable String token) {

    /** The key of the port. */
    public static final String PORT = "http.port";

    /** The key of the host. */
    public static final String HOST = "http.host";

    /**
     * Reads them.
     *
     * @throws org.simrelay.config.SettingsException when one is in a wrong form
     */
    public static WebSettings of(Settings settings) {
        return new WebSettings(
                settings.flag("http.enabled", true),
                settings.require(HOST),
                settings.integer(PORT, 0, 65_535),
                settings.find("http.token").orElse(null));
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
