package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The environment names Camel's options as it names simrelay's own. */
class CamelOptionsTest {

    @Test
    void optionsOfCamelAndItsComponentsAreFoundAmongOtherVariables() {
        assertThat(CamelOptions.in(Map.of(
                        "CAMEL_COMPONENT_KAFKA_LINGER_MS", "20 ",
                        "CAMEL_COMPONENT_HTTP_PROXY_HOST", "proxy.example",
                        "CAMEL_COMPONENT_HTTP_PROXY_PORT", "",
                        "CAMEL_COMPONENT_KAFKA_SSL_KEY_PASSWORD_FILE", "/run/secrets/key",
                        "CAMEL_MAIN_SHUTDOWN_TIMEOUT", "30",
                        "CAMEL_HOME", "/opt",
                        "CMIOT_MAIN_APPID", "1")))
                .containsOnly(
                        "camel.component.kafka.linger-ms",
                        "camel.component.kafka.ssl-key-password",
                        "camel.component.http.proxy-host",
                        "camel.main.shutdown-timeout");
    }
}
