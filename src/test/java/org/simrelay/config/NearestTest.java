package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> NAMES = List.of(
            "cards.file", "cmiot.main.requests-per-day", "cmiot.main.requests-per-second", "cmiot.max-attempts");

    @ParameterizedTest
    @CsvSource({
        "cmiot.main.requests-per-dya, cmiot.main.requests-per-day",
        "requests-per-dya, cmiot.main.requests-per-day",
        "main.request-per-second, cmiot.main.requests-per-second",
        "cmoit.max-attempts, cmiot.max-attempts",
        "card.file, cards.file"
    })
    void isTheNameWithTheFewestChanges(String word, String name) {
        assertThat(Nearest.of(word, NAMES)).isEqualTo(name);
        assertThat(Nearest.text(word, NAMES)).isEqualTo(" (did you mean " + name + "?)");
    }

    @Test
    void whereNothingIsNearNothingIsSaid() {
        assertThat(Nearest.of("warp.factor", NAMES)).isNull();
        assertThat(Nearest.text("warp.factor", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, a, 0", "ab, ba, 1", "abc, abd, 1", "abc, ab, 1", "'', ab, 2", "kitten, sitting, 3"})
    void distanceCountsLetters(String one, String other, int distance) {
        assertThat(Nearest.distance(one, other)).isEqualTo(distance);
        assertThat(Nearest.distance(other, one)).isEqualTo(distance);
    }
}
