package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Lease.Standing;
import org.simrelay.reply.RequestFailure;

/** Nothing goes out to a vendor while another process may have the account. */
class LeaseWaitTest {

    private static final Duration MOST = Duration.ofSeconds(20);

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile Standing standing = Standing.HELD;
    private final Lease lease = new Lease() {
        @Override
        public Standing of(String account) {
            return standing;
        }

        @Override
        public boolean mayFence(String account) {
            return standing == Standing.HELD;
        }
    };
    private final Gate gate = new Gate(
            "iotbos.main",
            1_000,
            4,
            new Budget(10L, clock, clock),
            MOST,
            MOST,
            clock,
            new LeaseWait(lease, "/iotbos/main", clock, Duration.ofMinutes(2)));
    private final Account account = TestSweeps.of("iotbos-usage").account();

    private CompletableFuture<Void> call() throws Exception {
        Permit permit = gate.acquirePermit(false, stopped::get);
        CompletableFuture<Void> out = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                permit.goesOut(account);
                out.complete(null);
            } catch (Exception e) {
                out.completeExceptionally(e);
            } finally {
                permit.cancel();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return out;
    }

    @Test
    void aCallWaitsUntilTheAccountIsKnownToBeHere() throws Exception {
        standing = Standing.UNSURE;
        CompletableFuture<Void> out = call();
        await().during(Duration.ofMillis(200)).atMost(MOST).until(() -> !out.isDone());
        standing = Standing.HELD;
        out.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aLoginWaitsToo() throws Exception {
        standing = Standing.GONE;
        stopped.set(true);
        Permit permit = gate.acquirePermit(false, stopped::get);
        assertThatThrownBy(permit::loginGoesOut).isInstanceOf(RequestFailure.class);
        permit.cancel();
    }

    @Test
    void aCallOfASweepThatStopsMeanwhileNeverGoesOutAndCostsNothing() throws Exception {
        standing = Standing.GONE;
        CompletableFuture<Void> out = call();
        stopped.set(true);
        assertThatThrownBy(() -> out.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RequestFailure.class);
        standing = Standing.HELD;
        for (int i = 0; i < 10; i++) {
            call().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void whereKafkaConfirmsNothingForLongTheCallIsNotSent() throws Exception {
        standing = Standing.UNSURE;
        CompletableFuture<Void> out = call();
        await().atMost(MOST).until(() -> {
            clock.move(Duration.ofMinutes(1));
            return out.isDone();
        });
        assertThatThrownBy(() -> out.get(60, TimeUnit.SECONDS)).hasMessageContaining("has not confirmed");
    }

    @Test
    void aSweepBeginsOnlyWhereTheAccountIsHere() {
        LeaseWait here = new LeaseWait(lease, "/iotbos/main", clock, MOST);
        assertThat(here.mayBegin()).isTrue();
        standing = Standing.GONE;
        assertThat(here.mayBegin()).isFalse();
    }
}
