package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;

/** A name that a replay is asked for is one. */
class ReplayNameTest {

    private final Installation home = Installation.open(Path.of(""), Map.of("IOTBOS_ACCOUNTS", "main,north"));

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "iotbos-usage",
                "iotbos-usage.north",
                "iotbos-usage@2026-11-22T08:00:00Z",
                "iotbos-usage.north@2026-11-22T08:00:00Z/replay",
                // off as shipped
                "onelink-members"
            })
    void isTaken(@Nullable String name) {
        assertThatCode(() -> ReplayName.check(name, home)).doesNotThrowAnyException();
    }

    @Test
    void oneThatIsMisspeltIsNotCalledDone() {
        assertThatThrownBy(() -> ReplayName.check("iotbos-usge", home))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nothing stands open of \"iotbos-usge\"")
                .hasMessageContaining("did you mean iotbos-usage?");
        assertThatThrownBy(() -> ReplayName.check("iotbos-usage.south@2026-11-22T08:00:00Z", home))
                .hasMessageContaining("did you mean iotbos-usage.north?");
    }
}
