package org.simrelay.check;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Quoted;

/** Looks at the vendors' addresses; warns of those whose connections can be read by others. */
final class AddressCheck {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String FORM = "http(s)://host[:port][/path]";
    private static final int LAST_PORT = 65_535;

    private final Settings settings;
    private final Problems problems;

    AddressCheck(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** @throws SettingsException when the value of a key is no address of a vendor */
    void look(String key, String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key + " is no address (" + Quoted.of(text) + ")" + FullWidth.hint(text)
                    + (text.contains(" ") ? ": it has a space" : "") + "; mend " + settings.place(key));
        }
        String scheme = String.valueOf(uri.getScheme());
        String why = why(key, uri, scheme);
        if (why != null) {
            throw new SettingsException(
                    key + " is " + Quoted.of(text) + " but must be " + FORM + why + "; mend " + settings.place(key));
        }
        if (scheme.equals("http") && !HERE.contains(uri.getHost())) {
            problems.warn(key + " is http: credentials and tokens travel in clear; use https if the vendor has it");
        }
    }

    /** What it lacks, or has too much; null where it is an address. */
    private static @Nullable String why(String key, URI uri, String scheme) {
        if (!scheme.matches("https?")) {
            return ": it does not begin with http:// or https://";
        }
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).contains("@")) {
            return ": it has a name or password before the host; credentials are "
                    + key.substring(0, Math.max(0, key.indexOf('.'))) + ".<account>.…";
        }
        if (uri.getHost() == null) {
            return uri.getRawAuthority() == null
                    ? ": it has no host behind two slashes"
                    : ": the host is none (letters, digits, hyphens and dots; a port is digits alone)";
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            return ": a port is 1 to " + LAST_PORT;
        }
        if (uri.getQuery() != null || uri.getFragment() != null) {
            return ": it has a ? or # behind the path";
        }
        return null;
    }
}
