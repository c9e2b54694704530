package org.simrelay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** Where the server listens is a name or an address, and nothing more; its token can be sent. */
class WebSettingsTest {

    private static WebSettings read(String host) {
        return WebSettings.of(Settings.load(Path.of("config/application.properties"), Map.of("HTTP_HOST", host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "localhost",
                "sim-relay.example",
                "::",
                "::1",
                "[2001:db8::1]",
                "fe80::1%eth0"
            })
    void isTaken(String host) {
        assertThat(read(host).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1", "127.0.0.1:8077", "localhost:8077", "localhost/observe", "a b"})
    void isRefused(String host) {
        assertThatThrownBy(() -> read(host))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("http.host is ")
                .hasMessageContaining("without scheme and port")
                .hasMessageContaining("HTTP_HOST in the environment");
    }

    private static WebSettings reachedAt(String address) {
        return WebSettings.of(Settings.load(Path.of("config/application.properties"), Map.of("HTTP_ADDRESS", address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay-1:8077", "relay-1.example.net", "10.0.0.7:80", "[2001:db8::1]:8077", "[::1]", ""})
    void othersReachItThere(String address) {
        assertThat(reachedAt(address).port()).isEqualTo(8077);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://relay-1:8077", "relay-1:8077/", "user@relay-1:80", "2001:db8::1", "a b", "x:port"})
    void othersDoNotReachItThere(String address) {
        assertThatThrownBy(() -> reachedAt(address))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("http.address is ")
                .hasMessageContaining("must be host:port")
                .hasMessageContaining("HTTP_ADDRESS in the environment");
    }

    private static WebSettings withToken(String token) {
        return WebSettings.of(Settings.load(Path.of("config/application.properties"), Map.of("HTTP_TOKEN", token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3f9c a0~!@#$%^&*()=+[]{}|:,.<>?\"'`", "x"})
    void aTokenThatAHeaderCarriesIsTaken(String token) {
        assertThat(withToken(token).token()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"口令-0123456789", "pässword", "first line\nsecond line", "zero\u200bwidth"})
    void aTokenThatNobodyCouldSendIsRefused(String token) {
        assertThatThrownBy(() -> withToken(token))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("http.token has a character")
                .hasMessageContaining("HTTP_TOKEN in the environment")
                .hasMessageNotContaining(token);
    }
}
