package org.simrelay.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryExitTest {

    @Test
    void isWhatTheEnvironmentSays() {
        assertThat(RetryExit.code(Map.of(RetryExit.VARIABLE, "75"))).isEqualTo(75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "256", "-1", "seventy"})
    void isThatOfFailuresWhereItSaysNoCode(String said) {
        assertThat(RetryExit.code(Map.of(RetryExit.VARIABLE, said))).isEqualTo(2);
        assertThat(RetryExit.code(Map.of())).isEqualTo(2);
    }
}
