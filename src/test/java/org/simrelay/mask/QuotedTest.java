package org.simrelay.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors quote only what is too short to be a secret. */
class QuotedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ten | \"ten\"",
                "-1.5 | \"-1.5\"",
                "1000000 | \"1000000\"",
                "``  | \"\"",
                "hunter | a text of 6 characters (not shown, it might be a secret)",
                "99999999999 | a number of 11 characters (not shown, it might be a secret)",
                "a\u001bb | \"a\\u001bb\"",
            })
    void quotes(String value, String shown) {
        assertThat(Quoted.of(value)).isEqualTo(shown);
    }
}
