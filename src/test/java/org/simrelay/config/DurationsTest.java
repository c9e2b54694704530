package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "250, 250",
        "-1, -1",
        "0s, 0",
        "25s, 25000",
        "1m30s, 90000",
        "1h, 3600000",
        "1d, 86400000",
        "500ms, 500",
        "1d2h3m4s5ms, 93784005",
        "99999999999, 99999999999"
    })
    void areReadAsCamelDoes(String text, long millis) {
        assertThat(Durations.millis(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "soon",
                "ten",
                "abc",
                "5x",
                "-5s",
                "1.5s",
                "5 s",
                "5ss",
                "1s1m",
                "1e3",
                "99999999999999999999"
            })
    void whatIsNoneIsNone(String text) {
        assertThat(Durations.millis(text)).isNull();
    }
}
