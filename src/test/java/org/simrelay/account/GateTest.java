package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.simrelay.MovingClock;

/** What every request of an account passes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
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
        return new Gate(name, NO_PACE, concurrency, new Budget(null, Clock.systemUTC()));
    }

    /** Enters and stays inside until the latch opens. */
    private Thread entering(Gate gate) {
        Thread thread = new Thread(() -> {
            try {
                gate.enter();
                inside.incrementAndGet();
                open.await();
                inside.decrementAndGet();
                gate.leave();
                left.incrementAndGet();
            } catch (InterruptedException | BudgetSpentException e) {
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
        awaitAllWaiting();
        assertThat(inside).hasValue(3);
        open.countDown();
        await().until(() -> left.get() == 12);
    }

    @Test
    void oneThatLeavesMakesRoomForOne() throws InterruptedException, BudgetSpentException {
        Gate gate = gate("cmiot.main", 2);
        gate.enter();
        gate.enter();
        entering(gate);
        entering(gate);
        awaitAllWaiting();
        assertThat(inside).hasValue(0);
        gate.leave();
        await().until(() -> inside.get() == 1);
        awaitAllWaiting();
        assertThat(inside).hasValue(1);
    }

    @Test
    void oneThatIsInterruptedWhileItWaitsTakesNoPlace() throws InterruptedException, BudgetSpentException {
        Gate gate = gate("cmiot.main", 1);
        gate.enter();
        Thread waiting = entering(gate);
        awaitAllWaiting();
        waiting.interrupt();
        waiting.join();
        gate.leave();
        entering(gate);
        await().until(() -> inside.get() == 1);
    }

    @Test
    void anOpenBreakerLetsNobodyIn() {
        Gate gate = gate("cmiot.main", 3);
        for (int i = 0; i < 20; i++) {
            gate.failed(new IOException("away"));
        }
        assertThat(gate.breaker()).isEqualTo("open");
        assertThatThrownBy(gate::enter).isInstanceOf(CallNotPermittedException.class);
        assertThatThrownBy(gate::pass).isInstanceOf(CallNotPermittedException.class);
    }

    @Test
    void aVendorThatFailsOneCallInThreeIsAskedOn() {
        Gate gate = gate("cmiot.main", 3);
        for (int i = 0; i < 100; i++) {
            gate.failed(new IOException("away"));
            gate.answered();
            gate.answered();
        }
        assertThat(gate.breaker()).isEqualTo("closed");
    }

    @Test
    void aLoginPassesThoughAllPlacesAreTaken() throws InterruptedException, BudgetSpentException {
        Gate gate = gate("iotbos.main", 1);
        gate.enter();
        gate.pass();
        entering(gate);
        awaitAllWaiting();
        assertThat(inside).hasValue(0);
    }

    @Test
    void aSpentBudgetLetsNobodyInAndTakesNoPlace() throws InterruptedException, BudgetSpentException {
        MovingClock clock = new MovingClock("2026-11-22T15:59:00Z");
        Gate gate = new Gate("cmiot.main", NO_PACE, 3, new Budget(2L, clock));
        gate.enter();
        gate.pass();
        assertThatThrownBy(gate::enter).isInstanceOf(BudgetSpentException.class).hasMessageContaining("2 requests");
        assertThatThrownBy(gate::pass).isInstanceOf(BudgetSpentException.class);
        // midnight in Shanghai
        clock.move(Duration.ofMinutes(2));
        gate.enter();
        gate.enter();
        assertThat(gate.breaker()).isEqualTo("closed");
    }
}
