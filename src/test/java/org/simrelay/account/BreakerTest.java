package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.simrelay.Waits.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;

/** However an attempt ends, and whatever the breaker's state was, the account can be asked again. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BreakerTest {

    private static final Duration CALL = Duration.ofSeconds(35);

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Account account =
            TestSweeps.of("iotbos-usage", clock, Map.of()).account();
    private final Gate gate = gate(4);

    private Gate gate(int concurrency) {
        return gate(concurrency, clock, CALL.multipliedBy(3));
    }

    private static Gate gate(int concurrency, Clock clock, Duration attempt) {
        return new Gate("iotbos.main", 1_000_000, concurrency, new Budget(null, clock, clock), CALL, attempt, clock);
    }

    private static Permit enter(Gate gate) throws Exception {
        return gate.acquirePermit(false, () -> false);
    }

    private void open() throws Exception {
        for (int i = 0; i < 20; i++) {
            Permit permit = enter(gate);
            permit.goesOut(account);
            permit.release(Ending.away());
        }
        assertThat(gate.breaker()).isEqualTo("open");
    }

    /** Time passes, and the vendor answers from now on. */
    private void comesBack() throws Exception {
        for (int call = 0; call < 4; call++) {
            clock.move(Duration.ofSeconds(11));
            Permit permit = enter(gate);
            permit.goesOut(account);
            permit.release(null);
        }
        assertThat(gate.breaker()).isEqualTo("closed");
        // no place was lost either
        List<Permit> all = new ArrayList<>();
        for (int i = 0; i < gate.concurrency(); i++) {
            all.add(enter(gate));
        }
        all.forEach(Permit::cancel);
    }

    @ParameterizedTest
    @EnumSource
    void endsWhileTheBreakerIsClosed(Ending ending) throws Exception {
        ending.of(enter(gate), account);
        assertThat(gate.breaker()).isEqualTo("closed");
        comesBack();
    }

    @ParameterizedTest
    @EnumSource
    void endsAfterTheBreakerHasOpened(Ending ending) throws Exception {
        Permit slow = enter(gate);
        open();
        ending.of(slow, account);
        assertThat(gate.breaker()).isEqualTo("open");
        comesBack();
    }

    @ParameterizedTest
    @EnumSource
    void endsAsATrialCall(Ending ending) throws Exception {
        open();
        clock.move(Duration.ofSeconds(11));
        Permit one = enter(gate);
        Permit two = enter(gate);
        assertThat(gate.breaker()).isEqualTo("half_open");
        assertThatThrownBy(() -> gate.acquirePermit(true, () -> true)).isInstanceOf(BreakerOpenException.class);
        ending.of(one, account);
        ending.of(two, account);
        comesBack();
    }

    @ParameterizedTest
    @EnumSource
    void endsWhileTheBreakerIsTriedByOthers(Ending ending) throws Exception {
        Permit slow = enter(gate);
        open();
        clock.move(Duration.ofSeconds(11));
        Permit trial = enter(gate);
        ending.of(slow, account);
        ending.of(trial, account);
        comesBack();
    }

    @Test
    void trialCallsThatNeverEndDoNotHoldTheBreakerForEver() throws Exception {
        Gate hung = gate(30, clock, Duration.ofSeconds(2));
        for (int i = 0; i < 20; i++) {
            Permit permit = enter(hung);
            permit.goesOut(account);
            permit.release(Ending.away());
        }
        clock.move(Duration.ofSeconds(11));
        Permit first = enter(hung);
        Permit second = enter(hung);
        assertThat(hung.breaker()).isEqualTo("half_open");
        await().atMost(Duration.ofMinutes(1)).until(() -> hung.breaker().equals("open"));
        first.cancel();
        second.cancel();
    }

    @Test
    void whoMeetsAnOpenBreakerOnceWaitsUntilItIsTriedAgain() throws Exception {
        open();
        CompletableFuture<Permit> patient = entering(true, new AtomicBoolean());
        assertThatThrownBy(() -> enter(gate)).isInstanceOf(BreakerOpenException.class);
        assertThat(patient).isNotDone();
        clock.move(Duration.ofSeconds(11));
        patient.get(60, TimeUnit.SECONDS).cancel();
    }

    @Test
    void whoComesWhileItIsTriedWaitsForWhatComesOfThat() throws Exception {
        open();
        clock.move(Duration.ofSeconds(11));
        List<Permit> trials = List.of(enter(gate), enter(gate));
        CompletableFuture<Permit> third = entering(false, new AtomicBoolean());
        for (Permit trial : trials) {
            trial.goesOut(account);
            trial.release(null);
        }
        third.get(60, TimeUnit.SECONDS).cancel();
    }

    @Test
    void whoWaitsForAPlaceWhenItOpensDoesNotAsk() throws Exception {
        List<Permit> all = List.of(enter(gate), enter(gate), enter(gate), enter(gate));
        CompletableFuture<Permit> fifth = entering(false, new AtomicBoolean());
        await().until(() -> gate.waiting() == 1);
        for (int i = 0; i < 20; i++) {
            gate.released(AttemptEnd.UNANSWERED, false);
        }
        for (Permit permit : all) {
            permit.goesOut(account);
            permit.release(Ending.away());
        }
        assertThatThrownBy(() -> fifth.get(60, TimeUnit.SECONDS)).hasRootCauseInstanceOf(BreakerOpenException.class);
        comesBack();
    }

    @Test
    void aTrialThatFailsTurnsAllAwayWhoWaitedForIt() throws Exception {
        open();
        clock.move(Duration.ofSeconds(11));
        List<Permit> trials = List.of(enter(gate), enter(gate));
        CompletableFuture<Permit> third = entering(true, new AtomicBoolean());
        await().until(() -> waiting.get() > 0);
        for (Permit trial : trials) {
            trial.goesOut(account);
            trial.release(Ending.away());
        }
        assertThatThrownBy(() -> third.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(BreakerOpenException.class);
    }

    @Test
    void aSweepThatStopsWaitsForNoBreaker() throws Exception {
        open();
        AtomicBoolean stopped = new AtomicBoolean();
        CompletableFuture<Permit> patient = entering(true, stopped);
        stopped.set(true);
        assertThatThrownBy(() -> patient.get(60, TimeUnit.SECONDS)).hasRootCauseInstanceOf(BreakerOpenException.class);
    }

    private final AtomicInteger waiting = new AtomicInteger();

    private CompletableFuture<Permit> entering(boolean patient, AtomicBoolean stopped) {
        CompletableFuture<Permit> entered = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                entered.complete(gate.acquirePermit(patient, () -> {
                    waiting.incrementAndGet();
                    return stopped.get();
                }));
            } catch (Exception e) {
                entered.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return entered;
    }
}
