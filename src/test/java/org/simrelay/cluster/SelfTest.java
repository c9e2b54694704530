package org.simrelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.config.Settings;

/** Where a process says that it is reached. */
class SelfTest {

    @ParameterizedTest
    @CsvSource({
        "relay-1:9000, 8077, relay-1:9000",
        "relay-1, 8077, relay-1:8077",
        "[2001:db8::1], 8077, [2001:db8::1]:8077",
        "[2001:db8::1]:80, 8077, [2001:db8::1]:80",
        "relay-1, , relay-1",
    })
    void theAddressHasThePortWhereItListens(String set, Integer listening, String reached) {
        Settings settings = Settings.load(Path.of("config/application.properties"), Map.of("HTTP_ADDRESS", set));
        Self self = Self.of(settings, listening);
        assertThat(self.address()).isEqualTo(reached);
        assertThat(self.instance()).isEqualTo(Self.of(settings, null).instance());
    }
}
