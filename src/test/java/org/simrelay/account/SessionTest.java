package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.account.Session.Token;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** One login at a time, one token for all. */
class SessionTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final MovingClock clock = new MovingClock("2026-11-22T04:00:00Z");
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Session session = new Session(clock, pauses::add, Duration.ofSeconds(2));
    private final AtomicInteger logins = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(32);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Token login(Duration life) {
        return new Token("token-" + logins.incrementAndGet(), life);
    }

    private String token(@Nullable String refused, Duration life) throws Exception {
        return session.token(refused, () -> login(life)).value();
    }

    private List<String> fromManyThreads(@Nullable String refused) throws Exception {
        CountDownLatch together = new CountDownLatch(32);
        List<Future<String>> futures = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            futures.add(threads.submit(() -> {
                together.countDown();
                together.await();
                return token(refused, TWO_HOURS);
            }));
        }
        List<String> tokens = new ArrayList<>();
        for (Future<String> future : futures) {
            tokens.add(future.get());
        }
        return tokens;
    }

    @Test
    void oneLoginServesManyThreads() throws Exception {
        assertThat(fromManyThreads(null)).containsOnly("token-1");
        assertThat(logins).hasValue(1);
    }

    @Test
    void aRefusedTokenIsReplacedOnceForManyThreads() throws Exception {
        token(null, TWO_HOURS);
        assertThat(fromManyThreads("token-1")).containsOnly("token-2");
        assertThat(logins).hasValue(2);
    }

    @Test
    void aTokenThatSomebodyReplacedIsNotReplacedAgain() throws Exception {
        token(null, TWO_HOURS);
        token("token-1", TWO_HOURS);
        assertThat(token("token-1", TWO_HOURS)).isEqualTo("token-2");
        assertThat(logins).hasValue(2);
    }

    @Test
    void aLongLifeIsRenewedAMinuteBeforeItsEnd() throws Exception {
        token(null, TWO_HOURS);
        clock.move(TWO_HOURS.minusSeconds(61));
        assertThat(token(null, TWO_HOURS)).isEqualTo("token-1");
        clock.move(Duration.ofSeconds(1));
        assertThat(token(null, TWO_HOURS)).isEqualTo("token-2");
    }

    @Test
    void aShortLifeIsRenewedATenthBeforeItsEnd() throws Exception {
        Duration life = Duration.ofSeconds(100);
        token(null, life);
        clock.move(Duration.ofSeconds(89));
        assertThat(token(null, life)).isEqualTo("token-1");
        clock.move(Duration.ofSeconds(1));
        assertThat(token(null, life)).isEqualTo("token-2");
    }

    @Test
    void aLoginThatFailsLeavesNoTokenAndTheNextCallerLogsIn() throws Exception {
        assertThatThrownBy(() -> session.token(null, () -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        assertThat(token(null, TWO_HOURS)).isEqualTo("token-1");
    }

    @Test
    void aVendorThatRefusesEveryTokenIsNotAskedForEver() throws Exception {
        String refused = token(null, TWO_HOURS);
        for (int i = 0; i < 7; i++) {
            refused = token(refused, TWO_HOURS);
        }
        String last = refused;
        assertThatThrownBy(() -> token(last, TWO_HOURS)).isInstanceOf(RequestFailure.class);
        assertThat(logins).hasValue(8);
        assertThat(pauses).isSorted().doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void aDeniedLoginDeniesAllWhoWaitedForItAndIsTriedAgainLater() throws Exception {
        Session.Login denied = () -> {
            logins.incrementAndGet();
            throw new RequestFailure(Outcome.DENIED, "0", "wrong password");
        };
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> session.token(null, denied)).isInstanceOf(RequestFailure.class);
        }
        assertThat(logins).hasValue(1);
        clock.move(Duration.ofSeconds(20));
        assertThat(token(null, TWO_HOURS)).isEqualTo("token-2");
    }

    @Test
    void aTokenThatWorkedMakesTheNextRefusalsCountAnew() throws Exception {
        String held = token(null, TWO_HOURS);
        for (int i = 0; i < 20; i++) {
            session.worked("t");
            held = token(held, TWO_HOURS);
        }
        assertThat(logins).hasValue(21);
    }

    @Test
    void itIsKnownWhichTokenWasAcceptedSinceWhen() throws Exception {
        String first = token(null, TWO_HOURS);
        assertThat(session.holds(first)).isTrue();
        session.worked(first);
        long then = session.accepted();
        assertThat(session.acceptedSince(first, then)).isFalse();
        session.worked(null);
        assertThat(session.acceptedSince(first, then)).isFalse();
        session.worked(first);
        assertThat(session.acceptedSince(first, then)).isTrue();
        String second = token(first, TWO_HOURS);
        assertThat(session.holds(first)).isFalse();
        assertThat(session.acceptedSince(second, then)).isFalse();
    }

    @Test
    void whoeverWaitsForALoginWaitsNoLongerThanOneMayTake() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        Future<Token> hung = threads.submit(() -> session.token(null, () -> {
            inside.countDown();
            hanging.await();
            return login(TWO_HOURS);
        }));
        inside.await();
        assertThatThrownBy(() -> token(null, TWO_HOURS))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.outcome())
                        .isEqualTo(Outcome.TRANSIENT));
        hanging.countDown();
        hung.get();
        assertThat(token(null, TWO_HOURS)).isEqualTo("token-1");
    }
}
