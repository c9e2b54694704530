package org.simrelay.check;

import java.net.URI;
import java.util.Set;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Quoted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the vendors' addresses; warns of those whose connections can be read by others. */
final class AddressCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AddressCheck.class);
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Settings settings;

    AddressCheck(Settings settings) {
        this.settings = settings;
    }

    /** @throws SettingsException when the value of a key is no address of a vendor */
    void look(String key, String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key + " is no address (" + Quoted.of(text) + "); mend " + settings.place(key));
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.matches("https?") || uri.getHost() == null || uri.getQuery() != null) {
            throw new SettingsException(key + " is " + Quoted.of(text)
                    + " but must be http(s)://host[:port][/path]; mend " + settings.place(key));
        }
        if (scheme.equals("http") && !HERE.contains(uri.getHost())) {
            LOG.warn("{} is http: credentials and tokens travel in clear; use https if the vendor has it", key);
        }
    }
}
