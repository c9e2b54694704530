package org.simrelay.sandbox.vendor;

import java.net.URI;
import java.util.Locale;

/** Pages of HTML that come in an answer's place. */
final class WirePages {
    private static final String PAGE = "<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>";

    private WirePages() {}

    static String page(String title) {
        return PAGE.formatted(title);
    }

    /** A page that quotes the address asked for, secrets and all, in the ways that real ones do. */
    static String echo(URI asked) {
        String raw = asked.getRawQuery() == null ? asked.toString() : asked.getPath() + '?' + asked.getRawQuery();
        String decoded = asked.getPath() + '?' + asked.getQuery();
        return page("500")
                + "<pre>" + raw + "</pre><pre>" + decoded + "</pre><pre>"
                + decoded.replace("&", "&amp;").replace("=", "&#61;")
                + "</pre><pre>" + decoded.toUpperCase(Locale.ROOT)
                + "</pre><script>var u=\"" + decoded.replace("/", "\\/").replace("&", "\\u0026") + "\"</script>";
    }
}
