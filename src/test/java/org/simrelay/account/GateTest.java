package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.simrelay.Waits.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;

/** What every request of an account passes. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GateTest {

    private static final double NO_PACE = 1_000_000;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    private static Gate gate(String name, int concurrency) {
        return gate(name, NO_PACE, concurrency, null, Clock.systemUTC());
    }

    private static Gate gate(String name, double pace, int concurrency, @Nullable Long perDay, Clock clock) {
        Duration call = Duration.ofMillis(200);
        return new Gate(name, pace, concurrency, new Budget(perDay, clock, clock), call, call.multipliedBy(3), clock);
    }

    private static Permit enter(Gate gate) throws InterruptedException, BudgetSpentException, BreakerOpenException {
        return gate.acquirePermit(false, () -> false);
    }

    /** Enters and stays inside until the latch opens. */
    private Thread entering(Gate gate) {
        Thread thread = new Thread(() -> {
            try {
                Permit permit = enter(gate);
                inside.incrementAndGet();
                open.await();
                inside.decrementAndGet();
                permit.release(null);
                left.incrementAndGet();
            } catch (InterruptedException | BudgetSpentException | BreakerOpenException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void awaitAllWaiting() {
        await().until(() -> threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
    }

    @Test
    void neverMoreAreInsideThanTheConcurrency() {
        Gate gate = gate("cmiot.main", 3);
        for (int i = 0; i < 12; i++) {
            entering(gate);
        }
        // one that is let in is waiting still until it is given a processor
        await().until(() -> inside.get() >= 3);
        awaitAllWaiting();
        assertThat(inside).hasValue(3);
        open.countDown();
        await().until(() -> left.get() == 12);
    }

    @Test
    void oneThatLeavesMakesRoomForOne() throws Exception {
        Gate gate = gate("cmiot.main", 2);
        Permit first = enter(gate);
        enter(gate);
        entering(gate);
        entering(gate);
        awaitAllWaiting();
        assertThat(inside).hasValue(0);
        first.release(null);
        // said again, by whoever comes behind, it makes no more room
        first.release(null);
        first.cancel();
        await().until(() -> inside.get() == 1);
        awaitAllWaiting();
        assertThat(inside).hasValue(1);
    }

    @Test
    void oneThatIsInterruptedWhileItWaitsTakesNoPlace() throws Exception {
        Gate gate = gate("cmiot.main", 1);
        Permit first = enter(gate);
        Thread waiting = entering(gate);
        awaitAllWaiting();
        waiting.interrupt();
        waiting.join();
        first.release(null);
        entering(gate);
        await().until(() -> inside.get() == 1);
    }

    @Test
    void aLoginGoesOutThoughAllPlacesAreTaken() throws Exception {
        Gate gate = gate("iotbos.main", 1);
        enter(gate).loginGoesOut();
        entering(gate);
        awaitAllWaiting();
        assertThat(inside).hasValue(0);
    }

    @Test
    void aSpentBudgetLetsNobodyInAndTakesNoPlace() throws Exception {
        MovingClock clock = new MovingClock("2026-11-22T15:59:00Z");
        Gate gate = gate("cmiot.main", NO_PACE, 3, 2L, clock);
        enter(gate).loginGoesOut();
        assertThatThrownBy(() -> enter(gate))
                .isInstanceOf(BudgetSpentException.class)
                .hasMessageContaining("2 requests");
        // midnight in Shanghai
        clock.move(Duration.ofMinutes(2));
        enter(gate);
        enter(gate);
        assertThat(gate.breaker()).isEqualTo("closed");
    }

    @Test
    void callsThatWaitedTogetherForALoginDoNotGoOutTogether() throws Exception {
        MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
        Gate gate = gate("iotbos.main", 20, 4, null, clock);
        List<Permit> permits = List.of(enter(gate), enter(gate), enter(gate), enter(gate));
        // a login that all of them waited for
        clock.move(Duration.ofSeconds(1));
        long begun = System.nanoTime();
        for (Permit permit : permits) {
            permit.goesOut(TestSweeps.of("iotbos-usage").account());
        }
        // 20 a second: one may be had at once, the other three follow
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
}
