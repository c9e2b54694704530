package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two sweeps of a poll ask the same where the parameters are the same at both times. */
class AskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 15:30Z is before midnight in Shanghai, 16:30Z behind it
                "{\"day\": day($at, -1), \"c\": $card} | 2026-11-22T15:00:00Z | 2026-11-22T15:30:00Z | true",
                "{\"day\": day($at, -1), \"c\": $card} | 2026-11-22T15:30:00Z | 2026-11-22T16:30:00Z | false",
                "{\"month\": month($at, 0), \"p\": $page} | 2026-11-22T15:30:00Z | 2026-11-29T16:30:00Z | true",
                "{\"month\": month($at, 0), \"p\": $page} | 2026-11-22T15:30:00Z | 2026-12-22T16:30:00Z | false",
                "{\"at\": $at} | 2026-11-22T15:00:00Z | 2026-11-22T15:30:00Z | false",
                "{\"cards\": join($cards, \",\")} | 2026-11-22T15:00:00Z | 2027-11-22T15:30:00Z | true",
                "{\"x\": number($at)} | 2026-11-22T15:00:00Z | 2026-11-22T15:30:00Z | false"
            })
    void asksTheSame(String jslt, Instant one, Instant other, boolean same) {
        assertThat(new Ask(jslt).isSame(one, other)).isEqualTo(same);
    }
}
