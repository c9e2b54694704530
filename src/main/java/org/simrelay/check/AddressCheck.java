package org.simrelay.check;

import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.HostForm;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Quoted;

/** Looks at the vendors' addresses; warns of those whose connections can be read by others. */
final class AddressCheck {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String FORM = "http(s)://host[:port][/path]";
    private static final int LAST_PORT = 65_535;
    /** The same part of a path twice in a row. */
    static final Pattern TWICE = Pattern.compile("(/[^/]{2,})\\1(?=/|$)");

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
                    + (text.contains(" ")
                            ? ": it has a space"
                            : text.matches("[\"'].*") ? ": it stands in quotes, which are part of it" : "")
                    + "; mend " + settings.place(key));
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
        String odd = odd(uri, scheme);
        if (!odd.isEmpty()) {
            problems.warn(key + " " + odd + ", at " + settings.place(key));
        }
    }

    /** What may not be meant; empty where it is as usual. */
    private static String odd(URI uri, String scheme) {
        String path = String.valueOf(uri.getRawPath());
        if (uri.getPort() == (scheme.equals("https") ? 80 : 443)) {
            return "is " + scheme + " with the port " + uri.getPort() + " of "
                    + (scheme.equals("https") ? "http" : "https") + "; write the port that the vendor names, or none";
        }
        if (uri.getRawAuthority().endsWith(":")) {
            return "has a colon behind the host and no port; write the port, or leave the colon out";
        }
        Matcher twice = TWICE.matcher(path);
        if (twice.find()) {
            return "has " + twice.group(1) + " twice in a row; write it once";
        }
        return path.contains("//") ? "has two slashes in its path; write one" : "";
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
        if (String.valueOf(uri.getRawPath()).startsWith("//")) {
            return ": it has http:// or https:// twice, or more than two slashes behind it";
        }
        if (HostForm.isBrokenIpv4(String.valueOf(uri.getRawAuthority()).replaceFirst(":[0-9]*$", ""))) {
            return ": the host is four numbers of 0 to 255, or a name";
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
