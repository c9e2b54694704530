package org.simrelay.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found in whatever form it stands, whole or cut, and nothing else is. */
class SecretsTest {

    private static final List<String> SECRETS = List.of(
            "p&q=r+s/t \"u\" <v>%41\\n",
            "canary&iotbos=pass word",
            "7c4a8d09-ca37-62af-61e5-9520943dc264",
            "密码-ключ-é-9",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
            "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789");

    private static final List<UnaryOperator<String>> FORMS = List.of(
            s -> s,
            s -> s.toLowerCase(Locale.ROOT),
            s -> s.toUpperCase(Locale.ROOT),
            SecretsTest::url,
            s -> url(s).toLowerCase(Locale.ROOT),
            s -> url(s).replace("+", "%20"),
            s -> url(url(s)),
            SecretsTest::everyCharacterEncoded,
            SecretsTest::json,
            s -> json(json(s)),
            s -> json(s).replace("/", "\\/").replace("&", "\\u0026").replace("<", "\\u003c"),
            SecretsTest::everyCharacterAsUnicode,
            s -> html(s, "&amp;", "&lt;", "&quot;"),
            s -> html(s, "&#38;", "&#x3C;", "&#34;"),
            s -> html(json(s), "&amp;", "&lt;", "&quot;"),
            s -> url(json(s)),
            s -> base64("", s),
            s -> base64("user:", s),
            s -> base64("x", s).replace('+', '-').replace('/', '_'),
            s -> HexFormat.of().formatHex(s.getBytes(StandardCharsets.UTF_8)),
            s -> s.substring(0, s.length() / 2) + "\n" + s.substring(s.length() / 2),
            s -> s.replaceAll("", "\u0000"),
            s -> s.replaceAll("", "\u200b"));

    @ParameterizedTest
    @MethodSource("secrets")
    void isMaskedInEveryForm(String secret) {
        Secrets secrets = new Secrets();
        secrets.add(secret);
        for (UnaryOperator<String> form : FORMS) {
            String written = form.apply(secret);
            String masked = secrets.masked("the value (" + written + ") is refused");
            assertThat(masked).as(written).startsWith("the value (").endsWith(") is refused");
            assertThat(masked.substring(11, masked.length() - 12))
                    .as(written)
                    .contains("***")
                    .hasSizeLessThan(16);
        }
    }

    static List<String> secrets() {
        return SECRETS;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 15, 17, 24, 35})
    void isMaskedWhereItWasCutBefore(int length) {
        String secret = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789";
        String digits = "7c4a8d09ca3762af61e59520943dc264ffff";
        Secrets secrets = new Secrets();
        secrets.add(secret);
        secrets.add(digits);
        assertThat(secrets.masked("at " + digits.substring(0, length) + "…")).isEqualTo("at ***…");
        assertThat(secrets.masked("…" + digits.substring(digits.length() - length)))
                .isEqualTo("…***");
        if (length >= 12) {
            assertThat(secrets.masked("at " + secret.substring(0, length) + "…"))
                    .isEqualTo("at ***…");
        }
        if (length >= 16) {
            assertThat(secrets.masked("…" + digits.substring(1, length + 1) + "…"))
                    .isEqualTo("…***…");
        }
    }

    @Test
    void wordsOfAPasswordStay() {
        Secrets secrets = new Secrets();
        secrets.add("canary-cmiot-password");
        assertThat(secrets.masked("check the password of cmiot.main: canary-cm, Canary-CMIOT-Password1"))
                .isEqualTo("check the password of cmiot.main: canary-cm, ***1");
    }

    @Test
    void shortSecretsAreMaskedWhereTheyStandAlone() {
        Secrets secrets = new Secrets();
        secrets.add("test");
        secrets.add("s3cr3t");
        assertThat(secrets.masked("the latest test, Test=s3cr3t/xs3cr3tx")).isEqualTo("the latest ***, ***=***/x***x");
    }

    @Test
    void severalAreMaskedAndTheRestStays() {
        Secrets secrets = new Secrets();
        secrets.add("first-secret-1");
        secrets.add("second-secret-2");
        assertThat(secrets.masked("afirst-secret-1second-secret-2b", "own-secret-3", null))
                .isEqualTo("a******b");
        assertThat(secrets.masked("x own-secret-3 y", "own-secret-3", null)).isEqualTo("x *** y");
        assertThat(secrets.masked("x own-secret-3 y")).isEqualTo("x own-secret-3 y");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 190, 195, 199, 200, 4290, 4295, 8000})
    void noPartOfASecretSurvivesACut(int before) {
        String secret = "7c4a8d09ca3762af61e59520943dc264";
        Secrets secrets = new Secrets();
        secrets.add(secret);
        for (String form : List.of(secret, everyCharacterEncoded(secret), everyCharacterAsUnicode(secret))) {
            String shown = secrets.shown("…".repeat(before) + form + "-".repeat(9000), 200);
            assertThat(shown)
                    .hasSizeLessThanOrEqualTo(201)
                    .doesNotContain("7c", "%37", "u0037")
                    .endsWith("…");
        }
        assertThat(secrets.shown("short", 5)).isEqualTo("short");
        assertThat(secrets.shown("shorter", 5)).isEqualTo("short…");
        assertThat(secrets.shown("a😀", 2)).isEqualTo("a…");
    }

    @Test
    void ofAnOwnersTokensTheLastHundredAreKnown() {
        Secrets secrets = new Secrets();
        IntStream.range(0, 150).forEach(i -> secrets.addRecent("/iotbos/main", "token-number-" + (1000 + i)));
        assertThat(secrets.masked("token-number-1050 token-number-1149")).isEqualTo("*** ***");
        assertThat(secrets.masked("number-1049 is the one before")).isEqualTo("number-1049 is the one before");
        IntStream.range(0, 10).forEach(i -> secrets.addRecent("/x/y", ("" + i).repeat(60_000)));
        assertThat(secrets.masked("8".repeat(60_000) + " " + "9".repeat(60_000)))
                .isEqualTo("8".repeat(60_000) + " ***");
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String html(String text, String amp, String lt, String quot) {
        return text.replace("&", amp).replace("<", lt).replace("\"", quot);
    }

    private static String base64(String before, String text) {
        return Base64.getEncoder().encodeToString((before + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String everyCharacterEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02x", b));
        }
        return encoded.toString();
    }

    private static String everyCharacterAsUnicode(String text) {
        StringBuilder encoded = new StringBuilder();
        text.chars().forEach(c -> encoded.append(String.format(Locale.ROOT, "\\u%04x", c)));
        return encoded.toString();
    }
}
