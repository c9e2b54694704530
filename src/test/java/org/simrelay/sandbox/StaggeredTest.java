package org.simrelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronExpression;

class StaggeredTest {
    @ParameterizedTest
    @CsvSource({
        "0, 60, 0 * * * * ?",
        "5, 60, 50 * * * * ?",
        "1, 30, 5/30 * * * * ?",
        "5, 10, 8/10 * * * * ?",
        "1, 120, 20 0/2 * * * ?",
        "4, 120, 20 1/2 * * * ?",
        "3, 3600, 0 30 * * * ?"
    })
    void spreadsThePollsOverTheirInterval(int index, int every, String cron) throws Exception {
        assertThat(Staggered.cron(index, 6, every)).isEqualTo(cron);
        CronExpression.validateExpression(cron);
    }

    @Test
    void refusesWhatCronCannotSay() {
        for (int every : new int[] {0, -1, 7, 45, 90, 420, 7200}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Staggered.cron(0, 6, every));
        }
    }
}
