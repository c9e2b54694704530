package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.reply.RequestFailure;

/** What an attempt takes of the daily budget, and gives back. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PermitTest {

    private static final Duration CALL = Duration.ofSeconds(35);

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Account account =
            TestSweeps.of("iotbos-usage", clock, Map.of()).account();

    private static Gate gate(long perDay, Clock clock) {
        return new Gate("iotbos.main", 1_000_000, 4, new Budget(perDay, clock, clock), CALL, CALL, clock);
    }

    private static Permit enter(Gate gate) throws Exception {
        return gate.acquirePermit(false, () -> false);
    }

    @Test
    void aBudgetOfThreeSendsThreeRequestsThoughFourWantTheLogin() throws Exception {
        Gate small = gate(3, clock);
        List<Permit> permits = List.of(enter(small), enter(small), enter(small));
        assertThatThrownBy(() -> enter(small)).isInstanceOf(BudgetSpentException.class);
        permits.get(0).loginGoesOut();
        permits.get(1).goesOut(account);
        permits.get(2).goesOut(account);
        assertThatThrownBy(() -> permits.get(0).goesOut(account))
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining("3 requests is spent");
        assertThat(small.budget().takeIfDue(Duration.ZERO)).isEqualTo(new Budget.Spent(LocalDate.of(2026, 11, 22), 3));
    }

    @Test
    void aLoginHasAUnitOfItsOwnWhereOneIsLeft() throws Exception {
        Gate small = gate(3, clock);
        Permit permit = enter(small);
        permit.loginGoesOut();
        permit.loginGoesOut();
        permit.goesOut(account);
        permit.release(null);
        assertThatThrownBy(() -> enter(small)).isInstanceOf(BudgetSpentException.class);
    }

    @Test
    void whatDoesNotGoOutCostsNothing() throws Exception {
        Gate small = gate(1, clock);
        enter(small).cancel();
        enter(small).release(new IllegalStateException("bug"));
        Permit loggedIn = enter(small);
        loggedIn.loginGoesOut();
        loggedIn.release(Ending.away());
        assertThatThrownBy(() -> enter(small)).isInstanceOf(BudgetSpentException.class);
    }

    @Test
    void aRequestThatGoesOutAfterMidnightIsOfTheNewDay() throws Exception {
        MovingClock evening = new MovingClock("2026-11-22T15:59:59Z");
        Gate small = gate(1, evening);
        Permit late = enter(small);
        evening.move(Duration.ofSeconds(2));
        Permit early = enter(small);
        assertThatThrownBy(() -> late.goesOut(account)).isInstanceOf(RequestFailure.class);
        early.goesOut(account);
        late.cancel();
        assertThatThrownBy(() -> enter(small)).isInstanceOf(BudgetSpentException.class);
    }

    @Test
    void nothingGoesOutInTheNameOfAnAttemptThatIsOver() throws Exception {
        Permit over = enter(gate(9, clock));
        over.cancel();
        assertThatThrownBy(() -> over.goesOut(account)).isInstanceOf(IllegalStateException.class);
    }
}
