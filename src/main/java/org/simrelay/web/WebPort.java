package org.simrelay.web;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.simrelay.config.Causes;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** The port, before the server listens on it: Camel's server only warns where it cannot. */
final class WebPort {

    private WebPort() {}

    /**
     * Looks whether the server can listen.
     *
     * @throws SettingsException naming the key to mend
     */
    static void look(WebSettings web, Settings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(web.host()), web.port());
            socket.bind(address);
        } catch (UnknownHostException e) {
            throw new SettingsException("http.host is " + web.host() + ", which is no address of this machine; mend "
                    + settings.place(WebSettings.HOST));
        } catch (BindException e) {
            throw new SettingsException(cannot(web, settings, Causes.of(e)));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(cannot(web, settings, Causes.of(e)));
        }
    }

    /** Why the server cannot listen, with the keys to mend. */
    static String cannot(WebSettings web, Settings settings, String why) {
        return "http.port " + web.port() + " of http.host " + web.host() + " cannot be listened on (" + why
                + "); choose another, or 0 for a free one: " + settings.place(WebSettings.PORT);
    }
}
