package org.simrelay.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.simrelay.web.WebAnswer;
import org.simrelay.web.WebPath;
import org.simrelay.web.WebRequest;

/** The page at {@code /}: one file; its own script and style, known by their hashes, are all that a browser runs of it. */
public final class PagePath implements WebPath {

    private static final String FILE = "page.html";

    private final WebAnswer page;

    public PagePath() {
        String html = read();
        String policy = "default-src 'none'; script-src '" + hash(between(html, "<script>", "</script>"))
                + "'; style-src '" + hash(between(html, "<style>", "</style>"))
                + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        page = new WebAnswer(
                200,
                "text/html; charset=utf-8",
                html,
                Map.of(
                        "Content-Security-Policy", policy,
                        "Referrer-Policy", "no-referrer",
                        "X-Frame-Options", "DENY"));
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public WebAnswer answer(WebRequest request) {
        return page;
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(PagePath.class.getResourceAsStream(FILE), FILE)) {
            // a browser hashes what it has parsed: line ends are \n there
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String between(String html, String begin, String end) {
        int from = html.indexOf(begin) + begin.length();
        return html.substring(from, html.indexOf(end, from));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }
}
