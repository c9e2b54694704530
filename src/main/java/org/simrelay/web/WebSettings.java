package org.simrelay.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.HostForm;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Quoted;

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

    private static final String TOKEN = "http.token";

    // a name, IPv4, or IPv6 with or without its brackets
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9._-]+)?\\]?");

    /** The key of where other machines reach this one. */
    private static final String ADDRESS = "http.address";

    // a name, IPv4, or IPv6 in its brackets; with or without a port
    private static final Pattern REACHED = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    // what a header carries, and a browser sends in one
    private static final Pattern CARRIED = Pattern.compile("[\\x20-\\x7e]*");

    /**
     * Reads them.
     *
     * @throws org.simrelay.config.SettingsException when one is in a wrong form
     */
    public static WebSettings of(Settings settings) {
        String host = settings.require(HOST);
        if (!NAME.matcher(host).matches() || HostForm.isBrokenIpv4(host)) {
            throw new SettingsException(HOST + " is " + Quoted.of(host)
                    + " but must be a name or an address of this machine, without scheme and port (" + PORT
                    + " has that); mend " + settings.place(HOST));
        }
        settings.find(ADDRESS)
                .filter(address ->
                        !address.isBlank() && !REACHED.matcher(address).matches())
                .ifPresent(address -> {
                    throw new SettingsException(ADDRESS + " is " + Quoted.of(address)
                            + " but must be host:port, or the host alone where " + PORT
                            + " is the port, without scheme and path; mend " + settings.place(ADDRESS));
                });
        String token = settings.find(TOKEN).orElse(null);
        if (token != null && !CARRIED.matcher(token).matches()) {
            throw new SettingsException(TOKEN
                    + " has a character that no header carries, so that nobody could send it: take letters, digits and signs of ASCII; mend "
                    + settings.place(TOKEN));
        }
        return new WebSettings(settings.flag("http.enabled", true), host, settings.integer(PORT, 0, 65_535), token);
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
