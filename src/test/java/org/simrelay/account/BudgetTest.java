package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.account.Budget.Spent;

/** What an account may send a day, over restarts. */
class BudgetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");

    @Test
    void withoutABoundNothingIsCountedOrTold() {
        Budget budget = new Budget(null, clock);
        assertThat(budget.take()).isTrue();
        assertThat(budget.due(Duration.ZERO)).isNull();
    }

    @Test
    void whatWasSpentIsToldOnceAnInterval() {
        Budget budget = new Budget(5L, clock);
        budget.take();
        assertThat(budget.due(Duration.ofSeconds(2))).isNull();
        clock.move(Duration.ofSeconds(2));
        assertThat(budget.due(Duration.ofSeconds(2))).isEqualTo(new Spent(DAY, 1));
        assertThat(budget.due(Duration.ofSeconds(2))).isNull();
    }

    @Test
    void anEarlierRunsSpendingOfTheSameDayCounts() {
        Budget budget = new Budget(5L, clock);
        budget.restore(new Spent(DAY, 4));
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
    }

    @Test
    void anEarlierRunsSpendingOfTheDayBeforeDoesNotCount() {
        Budget budget = new Budget(1L, clock);
        budget.restore(new Spent(DAY.minusDays(1), 1));
        assertThat(budget.take()).isTrue();
    }

    @Test
    void theDayTurnsAtMidnightInShanghai() {
        Budget budget = new Budget(1L, clock);
        assertThat(budget.take()).isTrue();
        clock.move(Duration.ofHours(7));
        assertThat(budget.take()).isFalse();
        clock.move(Duration.ofHours(1));
        assertThat(budget.take()).isTrue();
    }
}
