package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.account.Budget.Spent;

/** What an account may send a day, over restarts and whatever is done to the clock. */
class BudgetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
    private final MovingClock monotonic = new MovingClock("1970-01-01T00:00:00Z");

    private Budget budget(long perDay) {
        return new Budget(perDay, clock, monotonic);
    }

    private static boolean take(Budget budget) {
        return budget.take() != Budget.NONE;
    }

    private void passes(Duration time) {
        clock.move(time);
        monotonic.move(time);
    }

    @Test
    void withoutABoundNothingIsCountedOrTold() {
        Budget budget = new Budget(null, clock, monotonic);
        long unit = budget.take();
        assertThat(unit).isNotEqualTo(Budget.NONE);
        assertThat(budget.isOfToday(unit)).isTrue();
        assertThat(budget.takeIfDue(Duration.ZERO)).isNull();
    }

    @Test
    void whatIsOnlyPromisedIsSaidToBe() {
        Budget budget = budget(3);
        budget.wentOut(budget.take());
        long unused = budget.take();
        budget.wentOut(budget.take());
        assertThat(take(budget)).isFalse();
        assertThat(budget.spentText())
                .isEqualTo("the daily budget of 3 requests is spent, but for 1 taken by requests that have not gone out"
                        + " yet");
        budget.giveBack(unused);
        assertThat(budget.left()).isEqualTo(1);
        budget.wentOut(budget.take());
        assertThat(take(budget)).isFalse();
        assertThat(budget.spentText()).isEqualTo("the daily budget of 3 requests is spent");
    }

    @Test
    void whatWasSpentIsToldOnceAnInterval() {
        Budget budget = budget(5);
        budget.take();
        assertThat(budget.takeIfDue(Duration.ofSeconds(2))).isNull();
        passes(Duration.ofSeconds(2));
        assertThat(budget.takeIfDue(Duration.ofSeconds(2))).isEqualTo(new Spent(DAY, 1));
        assertThat(budget.takeIfDue(Duration.ofSeconds(2))).isNull();
    }

    @Test
    void whatWasSpentIsToldThoughTheClockIsSetBack() {
        Budget budget = budget(5);
        clock.move(Duration.ofHours(-3));
        monotonic.move(Duration.ofSeconds(2));
        assertThat(budget.takeIfDue(Duration.ofSeconds(2))).isNotNull();
    }

    @Test
    void anEarlierRunsSpendingOfTheSameDayCounts() {
        Budget budget = budget(5);
        budget.restore(new Spent(DAY, 4));
        assertThat(take(budget)).isTrue();
        assertThat(take(budget)).isFalse();
    }

    @Test
    void anEarlierRunsSpendingOfTheDayBeforeDoesNotCount() {
        Budget budget = budget(1);
        budget.restore(new Spent(DAY.minusDays(1), 1));
        assertThat(take(budget)).isTrue();
    }

    @Test
    void theDayTurnsAtMidnightInShanghai() {
        Budget budget = budget(1);
        assertThat(take(budget)).isTrue();
        passes(Duration.ofHours(7));
        assertThat(take(budget)).isFalse();
        passes(Duration.ofHours(1));
        assertThat(take(budget)).isTrue();
    }

    @Test
    void aClockThatGoesBackOverMidnightBringsNoNewBudget() {
        passes(Duration.ofHours(8).plusSeconds(1));
        Budget budget = budget(2);
        assertThat(take(budget)).isTrue();
        clock.move(Duration.ofSeconds(-2));
        assertThat(take(budget)).isTrue();
        assertThat(take(budget)).isFalse();
        clock.move(Duration.ofSeconds(2));
        assertThat(take(budget)).isFalse();
        passes(Duration.ofHours(24));
        assertThat(take(budget)).isTrue();
    }

    @Test
    void norDoesItAfterARestart() {
        passes(Duration.ofHours(8).minusSeconds(1));
        Budget budget = budget(2);
        // the run before saw midnight go by, then the clock went back over it
        budget.restore(new Spent(DAY.plusDays(1), 2));
        assertThat(take(budget)).isFalse();
        passes(Duration.ofSeconds(2));
        assertThat(take(budget)).isFalse();
    }

    @Test
    void aClockThatWasInAnotherYearHoldsNoAccountToThatYear() {
        clock.move(Duration.ofDays(400));
        Budget budget = budget(1);
        assertThat(take(budget)).isTrue();
        clock.move(Duration.ofDays(-400));
        passes(Duration.ofHours(23));
        assertThat(take(budget)).isFalse();
        passes(Duration.ofHours(2));
        assertThat(take(budget)).isTrue();

        Budget restarted = budget(1);
        restarted.restore(new Spent(DAY.plusDays(400), 1));
        assertThat(take(restarted)).isFalse();
        passes(Duration.ofHours(24));
        assertThat(take(restarted)).isTrue();
    }

    @Test
    void aUnitIsGivenBackToItsOwnDayAlone() {
        Budget budget = budget(2);
        long unit = budget.take();
        budget.giveBack(unit);
        assertThat(take(budget)).isTrue();
        assertThat(take(budget)).isTrue();

        passes(Duration.ofHours(8));
        assertThat(take(budget)).isTrue();
        assertThat(budget.isOfToday(unit)).isFalse();
        budget.giveBack(unit);
        assertThat(take(budget)).isTrue();
        assertThat(take(budget)).isFalse();
    }
}
